-- A mail that was not taken is doubted until another one is: perhaps the server takes nobody's. And how often a mail
-- was sent without an answer is counted, for each time may have been a copy.
ALTER TABLE notifications
    MODIFY COLUMN user_id INT NULL COMMENT 'the account it is about; of a former colleague, who it goes to',
    MODIFY COLUMN recipient VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
        COMMENT 'the address when it was queued; once sent, the one it went to',
    ADD COLUMN doubt TINYINT NOT NULL DEFAULT 0
        COMMENT '1: not taken, nor has any mail been since; 2: that was about the server once' AFTER last_answer,
    ADD COLUMN unanswered TINYINT NOT NULL DEFAULT 0
        COMMENT 'how often it was sent as a whole and no answer came' AFTER doubt;
