-- Note that a backup was saved.
--
-- Gives:   a row count
-- Takes:   now_utc, file
-- Try:     now_utc = 2026-11-30 10:00, file = 'clinic.sql.gz'

UPDATE last_backup
SET saved_utc = %(now_utc)s,
    file = %(file)s,
    failed_utc = NULL,
    failure = ''
WHERE last_backup_id = 1;
