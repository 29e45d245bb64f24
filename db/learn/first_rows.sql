-- The first five rows of the table or view named @name, with the columns @columns (or * for all).

SET @statement = CONCAT('SELECT ', @columns, ' FROM `', @name, '` LIMIT 5');
PREPARE first_rows FROM @statement;
EXECUTE first_rows;
DEALLOCATE PREPARE first_rows;
