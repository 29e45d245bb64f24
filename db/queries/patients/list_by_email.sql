-- Find patients by the beginning of their e-mail address, or of the address of whoever books for them.
--
-- Gives:   many rows, by name
-- Takes:   email_like, limit, offset
-- Lesson:  an OR over columns of two tables can use the key of neither. UNION walks the key of each, and folds who is
--          found twice.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT patients.patient_id
    FROM patients
    WHERE patients.email LIKE %(email_like)s
    UNION
    SELECT patients.patient_id
    FROM users
    JOIN patients ON patients.user_id = users.user_id
    WHERE users.email LIKE %(email_like)s
) AS matching
JOIN patients ON patients.patient_id = matching.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
