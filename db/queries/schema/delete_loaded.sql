-- Take back that something was loaded or begun.
--
-- Gives:   a row count
-- Takes:   version

DELETE FROM schema_migrations
WHERE version = %(version)s;
