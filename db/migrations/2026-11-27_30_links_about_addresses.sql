-- One-time links that prove an e-mail address, change it, or take a change back.
CREATE TABLE address_links (
    address_link_id INT          NOT NULL AUTO_INCREMENT,
    token_hash      BINARY(32)   NOT NULL,
    user_id         INT          NOT NULL,
    purpose         VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                                 COMMENT 'prove the present address; change to this one; take_back: this one was changed',
    email           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'where it was mailed to',
    created_utc     DATETIME     NOT NULL,
    expires_utc     DATETIME     NOT NULL,

    PRIMARY KEY (address_link_id),
    UNIQUE KEY address_token_is_unique (token_hash),
    KEY address_links_by_user (user_id, purpose),
    KEY address_links_by_end (expires_utc),
    CONSTRAINT address_link_belongs_to_user  FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT address_link_purpose_is_known CHECK (purpose IN ('prove', 'change', 'take_back'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
