-- A session whose code is still to come opens no page. Present sessions are complete.

ALTER TABLE sessions
    ADD COLUMN needs_code BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'the password was right and the code is still to come: it opens no page' AFTER expires_utc,
    ADD COLUMN wrong_codes TINYINT NOT NULL DEFAULT 0
        COMMENT 'typed for it; after some of them it ends' AFTER needs_code;
