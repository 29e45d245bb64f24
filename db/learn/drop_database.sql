-- Drop the database named @name, with everything in it, if it is there.

SET @statement = CONCAT('DROP DATABASE IF EXISTS `', @name, '`');
PREPARE drop_database FROM @statement;
EXECUTE drop_database;
DEALLOCATE PREPARE drop_database;
