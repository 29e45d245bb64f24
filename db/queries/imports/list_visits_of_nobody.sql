-- List the lines whose patient's reference no patient has.
--
-- Gives:   many rows, by line
-- Takes:   nothing

SELECT
    import_visits.line,
    import_visits.patient_reference
FROM import_visits
WHERE import_visits.patient_id IS NULL
ORDER BY import_visits.line;
