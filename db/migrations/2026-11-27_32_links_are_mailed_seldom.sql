-- When links were last mailed to an address, so that nobody's mailbox is filled with them.
CREATE TABLE links_mailed (
    email_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the address',
    last_utc   DATETIME   NULL,
    second_utc DATETIME   NULL COMMENT 'the one before it',
    third_utc  DATETIME   NULL,
    fourth_utc DATETIME   NULL,

    PRIMARY KEY (email_hash),
    KEY links_mailed_by_time (last_utc)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
