-- Forget that a thing was loaded, or that a migration has begun.
--
-- Gives:   a row count
-- Takes:   version
-- Try:     version = 'schema'

DELETE FROM schema_migrations
WHERE version = %(version)s;
