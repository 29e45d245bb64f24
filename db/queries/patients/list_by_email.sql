-- Find patients by the beginning of an e-mail address: their own, or that of the account that books for them.
--
-- Gives:   many rows, by name
-- Takes:   email, limit, offset
-- Try:     email = 'patient@example.com', limit = 10, offset = 0
-- Lesson:  OR over columns of two tables can use a key of neither. UNION walks the key of each, and names a patient
--          once whom both find. In email, a backslash stands before each % and _: to LIKE they are any text and
--          any one character.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT patients.patient_id
    FROM patients
    WHERE patients.email LIKE CONCAT(%(email)s, '%')
    UNION
    SELECT patients.patient_id
    FROM users
    JOIN patients USING (user_id)
    WHERE users.email LIKE CONCAT(%(email)s, '%')
) AS matching
JOIN patients USING (patient_id)
LEFT JOIN users AS holders USING (user_id)
WHERE patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
