-- Delete all staged lines of a file of visits.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

DELETE FROM import_visits;
