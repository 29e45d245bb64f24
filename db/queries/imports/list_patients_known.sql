-- List the lines whose reference a patient of the clinic has already.
--
-- Gives:   many rows, by line
-- Takes:   nothing

SELECT
    import_patients.line,
    patients.full_name
FROM import_patients
JOIN patients ON patients.reference = import_patients.reference
ORDER BY import_patients.line;
