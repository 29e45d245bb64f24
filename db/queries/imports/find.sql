-- Find one import.
--
-- Gives:   one row, or none
-- Takes:   import_id
-- Try:     import_id = 1

SELECT
    imports.import_id,
    imports.kind,
    imports.file_name,
    imports.state,
    imports.added,
    imports.changed
FROM imports
WHERE imports.import_id = %(import_id)s;
