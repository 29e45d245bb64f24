-- Delete all staged lines of a file of patients.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

DELETE FROM import_patients;
