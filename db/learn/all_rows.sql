-- All rows of the table named @name, with the columns @columns (or * for all).

SET @statement = CONCAT('SELECT ', @columns, ' FROM `', @name, '`');
PREPARE all_rows FROM @statement;
EXECUTE all_rows;
DEALLOCATE PREPARE all_rows;
