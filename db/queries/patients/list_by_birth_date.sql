-- Find patients by birth date.
--
-- Gives:   many rows, by name
-- Takes:   birth_date, limit, offset
-- Try:     birth_date = 2025-01-02, limit = 10, offset = 0

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.birth_date = %(birth_date)s
  AND patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
