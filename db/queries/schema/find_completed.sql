-- Find whether the database has the table that is created last, which names what was loaded.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    COUNT(*) AS found
FROM information_schema.tables
WHERE tables.table_schema = DATABASE()
  AND tables.table_name = 'schema_migrations';
