-- List all imports.
--
-- Gives:   many rows, by number
-- Takes:   nothing
-- Try:     nothing

SELECT
    imports.import_id,
    imports.kind,
    imports.file_name,
    imports.state,
    imports.added,
    imports.changed,
    imports.begun_utc
FROM imports
ORDER BY imports.import_id;
