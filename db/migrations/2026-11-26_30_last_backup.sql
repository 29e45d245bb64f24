-- What came of the last backups is written down, so that pages can say when none was made.
CREATE TABLE last_backup (
    last_backup_id TINYINT      NOT NULL DEFAULT 1,
    saved_utc      DATETIME     NULL COMMENT 'of the last whole one; NULL: there was none yet',
    file           VARCHAR(500) NOT NULL DEFAULT '',
    failed_utc     DATETIME     NULL COMMENT 'of the last try, where that failed',
    failure        VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why',

    PRIMARY KEY (last_backup_id),
    CONSTRAINT last_backup_is_one_row CHECK (last_backup_id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
