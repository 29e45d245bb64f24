-- When data that is no longer kept was last deleted.
CREATE TABLE last_retention (
    last_retention_id TINYINT  NOT NULL DEFAULT 1,
    begun_utc         DATETIME NULL COMMENT 'NULL: never yet',
    finished_utc      DATETIME NULL COMMENT 'NULL: at work, or cut short',
    mail              INT      NOT NULL DEFAULT 0,
    audit             INT      NOT NULL DEFAULT 0,
    sign_ins          INT      NOT NULL DEFAULT 0,
    patients          INT      NOT NULL DEFAULT 0,
    unproven          INT      NOT NULL DEFAULT 0,

    PRIMARY KEY (last_retention_id),
    CONSTRAINT last_retention_is_one_row CHECK (last_retention_id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
