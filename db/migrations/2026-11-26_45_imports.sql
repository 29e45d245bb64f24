-- Each import gets a row, by which it can be taken back as a whole.
CREATE TABLE imports (
    import_id    INT          NOT NULL AUTO_INCREMENT,
    kind         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_name    VARCHAR(255) NOT NULL,
    state        VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'begun'
                              COMMENT 'begun: at work, or cut short, on the way in or on the way back',
    added        INT          NOT NULL DEFAULT 0 COMMENT 'patients or visits that the file made',
    changed      INT          NOT NULL DEFAULT 0 COMMENT 'patients whose details it brought up to date',
    begun_utc    DATETIME     NOT NULL,
    finished_utc DATETIME     NULL COMMENT 'taken in, or taken back',

    PRIMARY KEY (import_id),
    KEY imports_by_state (state),
    CONSTRAINT import_kind_is_known  CHECK (kind IN ('patients', 'visits')),
    CONSTRAINT import_state_is_known CHECK (state IN ('begun', 'done', 'undone'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
