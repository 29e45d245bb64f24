-- Find patients by some digits in a row of their phone number, or of the number of whoever books for them.
--
-- Gives:   many rows, by name
-- Takes:   digits, limit, offset
-- Lesson:  numbers are kept as people write them, so what is compared is their digits alone.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
  AND (
    REGEXP_REPLACE(patients.phone, '[^0-9]', '') LIKE %(digits)s
    OR REGEXP_REPLACE(holders.phone, '[^0-9]', '') LIKE %(digits)s
  )
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
