-- List the lines whose patient may already be in the file or in the clinic: the same name, and the same birth date,
-- phone or e-mail address.
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  two LEFT JOINs look in two places, and WHERE keeps a line for which either found something. NULL is equal to
--          nothing, so a patient without a phone is not like another without one.

SELECT
    import_patients.line,
    MIN(earlier.line) AS earlier_line
FROM import_patients
LEFT JOIN import_patients AS earlier FORCE INDEX (import_patients_by_name)
    ON earlier.full_name = import_patients.full_name
   AND earlier.birth_date = import_patients.birth_date
   AND earlier.line < import_patients.line
LEFT JOIN patients FORCE INDEX (patients_by_name)
    ON patients.full_name = import_patients.full_name
   AND (
       patients.birth_date = import_patients.birth_date
       OR patients.phone = import_patients.phone
       OR patients.email = import_patients.email
   )
   AND patients.forgotten_utc IS NULL
WHERE import_patients.patient_id IS NULL
  AND (earlier.line IS NOT NULL OR patients.patient_id IS NOT NULL)
GROUP BY import_patients.line
ORDER BY import_patients.line;
