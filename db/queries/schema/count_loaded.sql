-- Count whether a thing, 'schema' or 'demo', was loaded to its end. Gives 0 if loading was cut short.
--
-- Gives:   one value
-- Takes:   version
-- Try:     version = 'schema'

SELECT
    COUNT(*) AS loaded
FROM schema_migrations
WHERE schema_migrations.version = %(version)s;
