-- Write down that a backup failed, and why. The last whole one stays written down.
--
-- Gives:   a row count
-- Takes:   now_utc, failure

UPDATE last_backup
SET failed_utc = %(now_utc)s,
    failure = %(failure)s
WHERE last_backup_id = 1;
