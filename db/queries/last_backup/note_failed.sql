-- Note that a backup failed, and why. What is known of the last whole backup stays.
--
-- Gives:   a row count
-- Takes:   now_utc, failure

UPDATE last_backup
SET failed_utc = %(now_utc)s,
    failure = %(failure)s
WHERE last_backup_id = 1;
