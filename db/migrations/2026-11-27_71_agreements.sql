-- Who agreed to which version of the privacy notice is kept.
CREATE TABLE agreements (
    user_id INT        NOT NULL,
    kind    VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT        NOT NULL,
    at_utc  DATETIME   NOT NULL,

    PRIMARY KEY (user_id, kind, version),
    KEY agreements_to_text (kind, version),
    CONSTRAINT agreement_is_of_an_account FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT agreement_is_to_a_text     FOREIGN KEY (kind, version)
        REFERENCES clinic_texts (kind, version) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
