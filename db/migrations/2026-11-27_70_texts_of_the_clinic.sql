-- The clinic says things in its own words: privacy notice, imprint, before booking, news.
CREATE TABLE clinic_texts (
    kind      VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version   INT        NOT NULL COMMENT 'from 1; the highest is the one that holds',
    body      TEXT       NOT NULL COMMENT 'plain text; empty: from then on there is none',
    saved_utc DATETIME   NOT NULL,
    saved_by  INT        NULL,

    PRIMARY KEY (kind, version),
    KEY texts_by_author (saved_by),
    CONSTRAINT text_kind_is_known    CHECK (kind IN ('privacy', 'imprint', 'booking', 'news')),
    CONSTRAINT text_names_its_author FOREIGN KEY (saved_by) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
