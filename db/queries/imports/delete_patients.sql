-- Take the lines of a file of patients away again.
--
-- Gives:   a row count
-- Takes:   nothing

DELETE FROM import_patients;
