-- List the tables that have keys which only make finding quick, each with the changes that would drop them all.
--
-- Gives:   many rows, by table
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  GROUP_CONCAT writes the changes of one table into one text. A key of several columns has a row for each of
--          them, numbered; the first row stands for the key.

SELECT
    statistics.table_name AS name,
    GROUP_CONCAT(CONCAT('DROP KEY ', statistics.index_name) ORDER BY statistics.index_name SEPARATOR ', ') AS changes
FROM information_schema.statistics
WHERE statistics.table_schema = DATABASE()
  AND statistics.non_unique = 1
  AND statistics.seq_in_index = 1
GROUP BY statistics.table_name
ORDER BY name;
