-- List the tables that have foreign keys, each with the changes that would drop them all.
--
-- Gives:   many rows, by table
-- Takes:   nothing
-- Try:     nothing

SELECT
    table_constraints.table_name AS name,
    GROUP_CONCAT(CONCAT('DROP FOREIGN KEY ', table_constraints.constraint_name)
                 ORDER BY table_constraints.constraint_name SEPARATOR ', ') AS changes
FROM information_schema.table_constraints
WHERE table_constraints.constraint_schema = DATABASE()
  AND table_constraints.constraint_type = 'FOREIGN KEY'
GROUP BY table_constraints.table_name
ORDER BY name;
