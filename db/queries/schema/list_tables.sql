-- List the tables and views that a DROP deletes, except one table.
--
-- Gives:   many rows, views, then tables, by name
-- Takes:   but
-- Try:     but = 'settings'

SELECT
    tables.table_name AS name,
    CASE tables.table_type WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS kind
FROM information_schema.tables
WHERE tables.table_schema = DATABASE()
  AND tables.table_name <> %(but)s
ORDER BY kind DESC, name;
