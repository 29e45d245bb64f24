-- List what was loaded into this database, and the migrations that have changed it since.
--
-- Gives:   many rows, oldest first
-- Takes:   nothing
-- Try:     nothing

SELECT
    schema_migrations.version
FROM schema_migrations
ORDER BY schema_migrations.applied_utc, schema_migrations.version;
