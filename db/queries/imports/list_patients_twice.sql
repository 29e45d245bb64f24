-- List the lines whose reference an earlier line of the file has too.
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Try:     nothing

SELECT
    import_patients.line,
    MIN(earlier.line) AS earlier_line
FROM import_patients
JOIN import_patients AS earlier FORCE INDEX (import_patients_by_reference)
    ON earlier.reference = import_patients.reference
   AND earlier.line < import_patients.line
GROUP BY import_patients.line
ORDER BY import_patients.line;
