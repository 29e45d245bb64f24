-- List the lines whose reference belongs to no patient.
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Try:     nothing

SELECT
    import_visits.line,
    import_visits.patient_reference
FROM import_visits
WHERE import_visits.patient_id IS NULL
ORDER BY import_visits.line;
