-- Drop the table or view (@kind) named @name, with everything in it.

SET @statement = CONCAT('DROP ', @kind, ' `', @name, '`');
PREPARE drop_table FROM @statement;
EXECUTE drop_table;
DEALLOCATE PREPARE drop_table;
