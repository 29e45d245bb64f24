-- Drop the database named @name, with everything in it.

SET @statement = CONCAT('DROP DATABASE `', @name, '`');
PREPARE drop_database FROM @statement;
EXECUTE drop_database;
DEALLOCATE PREPARE drop_database;
