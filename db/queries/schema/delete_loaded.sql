-- Forget that a thing was loaded, or that a migration has begun.
--
-- Gives:   a row count
-- Takes:   version

DELETE FROM schema_migrations
WHERE version = %(version)s;
