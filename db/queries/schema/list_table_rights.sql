-- List the rights of this account on single tables of this database, or on single columns of them.
--
-- Gives:   many rows, by table
-- Takes:   nothing
-- Try:     nothing

SELECT
    table_privileges.table_name AS table_name,
    table_privileges.privilege_type AS may,
    '' AS column_name
FROM information_schema.table_privileges
WHERE table_privileges.table_schema = DATABASE()
UNION ALL
SELECT
    column_privileges.table_name,
    column_privileges.privilege_type,
    column_privileges.column_name
FROM information_schema.column_privileges
WHERE column_privileges.table_schema = DATABASE()
ORDER BY table_name, may, column_name;
