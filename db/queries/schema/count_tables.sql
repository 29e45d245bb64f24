-- Count the tables and views of the database.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    COUNT(*) AS found
FROM information_schema.tables
WHERE tables.table_schema = DATABASE();
