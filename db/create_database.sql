-- Create an empty database named @name.
--
-- A name cannot be a parameter of a statement, so the statement is put together here, with the name in backticks.

SET @statement = CONCAT('CREATE DATABASE `', @name, '` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
PREPARE create_database FROM @statement;
EXECUTE create_database;
DEALLOCATE PREPARE create_database;
