-- Mail about a visit that was moved tells when it was before.
ALTER TABLE notifications
    ADD COLUMN was_at DATETIME NULL COMMENT 'of a visit that was moved: when it was before, local' AFTER version;
