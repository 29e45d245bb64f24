-- Rows of the table or view named @name, at most @most, with the columns @columns (* for all).

SET @statement = CONCAT('SELECT ', @columns, ' FROM `', @name, '` LIMIT ', @most);
PREPARE rows_of_table FROM @statement;
EXECUTE rows_of_table;
DEALLOCATE PREPARE rows_of_table;
