-- The codes of mail are compared sign by sign; a key that no query used goes.
ALTER TABLE notifications
    DROP KEY mail_leased,
    MODIFY kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY audience VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'patient' COMMENT 'whom the words are for; former: who gave the visit to a colleague',
    MODIFY state VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'pending';
