-- Find an import that was cut short.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing

SELECT
    imports.import_id,
    imports.file_name
FROM imports
WHERE imports.state = 'begun'
ORDER BY imports.import_id
LIMIT 1;
