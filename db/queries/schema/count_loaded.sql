-- Count one thing that was loaded to its end, 'schema' or 'demo'. None: its loading was cut short.
--
-- Gives:   one value
-- Takes:   version

SELECT
    COUNT(*) AS loaded
FROM schema_migrations
WHERE schema_migrations.version = %(version)s;
