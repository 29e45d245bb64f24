-- Find patients who may be the one about to be added: the same name, or the same day of birth and one name in common.
--
-- Gives:   many rows, by name
-- Takes:   full_name, birth_date, first_word, last_word
-- Lesson:  OR over two columns with a key each: the server takes the rows of both keys together (index_merge).

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
    patients.full_name = %(full_name)s
    OR (patients.birth_date = %(birth_date)s
        AND (CONCAT(' ', patients.full_name) LIKE %(first_word)s OR CONCAT(' ', patients.full_name) LIKE %(last_word)s))
  )
ORDER BY patients.full_name, patients.patient_id
LIMIT 10;
