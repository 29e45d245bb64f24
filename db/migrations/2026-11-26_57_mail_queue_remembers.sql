-- Pauses grow while no mail is taken; mail from before there was a mail server waits for an admin's word.
ALTER TABLE mail_queue
    ADD COLUMN pauses SMALLINT NOT NULL DEFAULT 0
        COMMENT 'since a mail was taken: each is longer than the last' AFTER pause_reason,
    ADD COLUMN off_utc DATETIME NULL COMMENT 'when the program last ran without a mail server' AFTER pauses,
    ADD COLUMN held_before_utc DATETIME NULL
        COMMENT 'mail queued before this waits until an admin says what becomes of it' AFTER off_utc;
