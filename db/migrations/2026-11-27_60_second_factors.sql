-- An account can have a second factor: codes from an app, besides the password.

CREATE TABLE second_factors (
    user_id       INT          NOT NULL,
    sealed_key    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                               COMMENT 'sealed with CLINIC_SECRET: who reads this table or a backup cannot work out codes',
    sealed_for    CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                               COMMENT 'random: no two keys are sealed alike',
    created_utc   DATETIME     NOT NULL,
    confirmed_utc DATETIME     NULL COMMENT 'when the first code was right; before that it is not asked for',
    last_step     INT          NOT NULL DEFAULT 0
                               COMMENT 'of the latest code used, in stretches of 30 seconds since 1970; only later codes are taken',
    failures      SMALLINT     NOT NULL DEFAULT 0 COMMENT 'wrong codes since the last right one',
    failed_utc    DATETIME     NULL COMMENT 'the latest of them',

    PRIMARY KEY (user_id),
    CONSTRAINT second_factor_belongs_to_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
