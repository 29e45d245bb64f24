-- Delete the notes on the patients of an import that was taken back.
--
-- Gives:   a row count
-- Takes:   import_id
-- Try:     import_id = 1

DELETE FROM imported_patients
WHERE import_id = %(import_id)s;
