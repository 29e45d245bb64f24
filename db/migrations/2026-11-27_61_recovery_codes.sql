-- Recovery codes sign in where the phone with the app is lost.

CREATE TABLE recovery_codes (
    user_id   INT        NOT NULL,
    code_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the code: who reads this table cannot use it',
    used_utc  DATETIME   NULL,

    PRIMARY KEY (user_id, code_hash),
    CONSTRAINT recovery_code_belongs_to_factor FOREIGN KEY (user_id) REFERENCES second_factors (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
