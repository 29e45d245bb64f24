-- List the rights of this account, in this database or everywhere.
--
-- Gives:   many rows, by name
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  an account that may not read the server's own tables sees only its own rights here. UNION drops what both
--          parts give; UNION ALL would keep it.

SELECT
    user_privileges.privilege_type AS may
FROM information_schema.user_privileges
UNION
SELECT
    schema_privileges.privilege_type
FROM information_schema.schema_privileges
WHERE DATABASE() LIKE schema_privileges.table_schema
ORDER BY may;
