-- Take the lines of a file of visits away again.
--
-- Gives:   a row count
-- Takes:   nothing

DELETE FROM import_visits;
