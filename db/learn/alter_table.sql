-- Change the table named @name; @changes are what stands after ALTER TABLE … (course/list_keys writes them).

SET @statement = CONCAT('ALTER TABLE `', @name, '` ', @changes);
PREPARE alter_table FROM @statement;
EXECUTE alter_table;
DEALLOCATE PREPARE alter_table;
