-- A member of staff may be for the front desk to book, and may see patients by video.
ALTER TABLE staff
    ADD COLUMN is_online BOOLEAN NOT NULL DEFAULT TRUE
        COMMENT 'FALSE: patients cannot book them themselves, the desk can' AFTER is_desk,
    ADD COLUMN video_link VARCHAR(300) NULL COMMENT 'where patients meet them by video: https' AFTER is_online,
    ADD CONSTRAINT video_link_is_encrypted CHECK (video_link LIKE 'https://%');
