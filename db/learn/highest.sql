-- The highest number in the column @column of the table named @name; 0 where it has no rows.

SET @statement = CONCAT('SELECT COALESCE(MAX(`', @column, '`), 0) AS highest FROM `', @name, '`');
PREPARE highest FROM @statement;
EXECUTE highest;
DEALLOCATE PREPARE highest;
