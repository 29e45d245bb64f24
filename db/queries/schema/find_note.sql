-- Find the comment of a table, if the table is there.
--
-- Gives:   one value
-- Takes:   name
-- Try:     name = 'settings'

SELECT
    tables.table_comment AS note
FROM information_schema.tables
WHERE tables.table_schema = DATABASE()
  AND tables.table_name = %(name)s;
