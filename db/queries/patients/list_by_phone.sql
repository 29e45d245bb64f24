-- Find patients by digits within a phone number: their own, or that of the account that books for them.
--
-- Gives:   many rows, by name
-- Takes:   digits, limit, offset
-- Try:     digits = '44770090021', limit = 10, offset = 0
-- Lesson:  people write the same number in many ways, so a generated column keeps its digits alone. A pattern that
--          begins with % cannot enter the column's key at a place. The server reads the key from end to end, which is
--          far less than the table. UNION: see list_by_email.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT patients.patient_id
    FROM patients
    WHERE patients.phone_digits LIKE CONCAT('%', %(digits)s, '%')
    UNION
    SELECT patients.patient_id
    FROM users
    JOIN patients USING (user_id)
    WHERE users.phone_digits LIKE CONCAT('%', %(digits)s, '%')
) AS matching
JOIN patients USING (patient_id)
LEFT JOIN users AS holders USING (user_id)
WHERE patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
