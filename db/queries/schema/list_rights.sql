-- List what the account that asks may do, in this database or everywhere.
--
-- Gives:   many rows, in the order of the alphabet
-- Takes:   nothing
-- Lesson:  UNION removes what both parts give; UNION ALL would keep it.

SELECT
    user_privileges.privilege_type AS may
FROM information_schema.user_privileges
WHERE user_privileges.grantee =
      CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')
UNION
SELECT
    schema_privileges.privilege_type
FROM information_schema.schema_privileges
WHERE DATABASE() LIKE schema_privileges.table_schema
  AND schema_privileges.grantee =
      CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')
ORDER BY may;
