-- Find what came of the last backups, and since when there is something to be saved.
--
-- Gives:   one row, or none
-- Takes:   nothing

SELECT
    last_backup.saved_utc,
    last_backup.failed_utc,
    last_backup.failure,
    schema_migrations.applied_utc AS begun_utc
FROM last_backup
JOIN schema_migrations ON schema_migrations.version = 'schema'
WHERE last_backup.last_backup_id = 1;
