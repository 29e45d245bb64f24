-- Add a table named @name to the database, with @note as its comment. If the table is already there, set its comment.
--
-- A comment is text in the statement itself, so QUOTE() puts it there.

SET @statement = CONCAT('CREATE TABLE IF NOT EXISTS `', @name, '` (nothing INT) COMMENT = ', QUOTE(@note));
PREPARE mark_database FROM @statement;
EXECUTE mark_database;
SET @statement = CONCAT('ALTER TABLE `', @name, '` COMMENT = ', QUOTE(@note));
PREPARE mark_database FROM @statement;
EXECUTE mark_database;
DEALLOCATE PREPARE mark_database;
