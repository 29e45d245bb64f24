-- Find patients by some digits in a row of their phone number, or of the number of whoever books for them.
--
-- Gives:   many rows, by name
-- Takes:   digits, limit, offset
-- Lesson:  numbers are kept as people write them. A generated column has their digits alone, taken out once, when the
--          number is written. A pattern with % in front cannot walk its key, but it can read it: that is much less than
--          reading all patients. UNION folds who is found twice.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT patients.patient_id
    FROM patients
    WHERE patients.phone_digits LIKE %(digits)s
    UNION
    SELECT patients.patient_id
    FROM users
    JOIN patients ON patients.user_id = users.user_id
    WHERE users.phone_digits LIKE %(digits)s
) AS matching
JOIN patients ON patients.patient_id = matching.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
