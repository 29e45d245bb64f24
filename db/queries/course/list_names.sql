-- List the columns of this database that may be read, with their tables.
--
-- Gives:   many rows, by table and place
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  information_schema shows each account what that account may see, so no list of secrets is needed here.

SELECT
    columns.table_name AS table_name,
    columns.column_name AS column_name
FROM information_schema.columns
WHERE columns.table_schema = DATABASE()
ORDER BY columns.table_name, columns.ordinal_position;
