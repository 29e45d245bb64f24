-- Note that a backup failed, and why. What is known of the last whole backup stays.
--
-- Gives:   a row count
-- Takes:   now_utc, failure
-- Try:     now_utc = 2026-11-30 10:00, failure = 'no room on the disk'

UPDATE last_backup
SET failed_utc = %(now_utc)s,
    failure = %(failure)s
WHERE last_backup_id = 1;
