-- Let the server count the keys of the table named @name now, and not again by itself: plans then stay as they are.

SET @statement = CONCAT('ALTER TABLE `', @name, '` STATS_PERSISTENT = 1, STATS_AUTO_RECALC = 0');
PREPARE keep_counts FROM @statement;
EXECUTE keep_counts;
DEALLOCATE PREPARE keep_counts;
SET @statement = CONCAT('ANALYZE TABLE `', @name, '`');
PREPARE analyze_table FROM @statement;
EXECUTE analyze_table;
DEALLOCATE PREPARE analyze_table;
