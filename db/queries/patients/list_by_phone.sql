-- Find patients by some digits in a row of their phone number, or of the number of whoever books for them.
--
-- Gives:   many rows, by name
-- Takes:   digits, digits_apart, limit, offset
-- Lesson:  numbers are kept as people write them, so what is compared is their digits alone. Taking everything else out
--          costs more than a LIKE, so '%5%5%0%1%' sorts out most numbers before. UNION folds who is found twice.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM (
    SELECT patients.patient_id
    FROM patients
    WHERE patients.phone LIKE %(digits_apart)s
      AND REGEXP_REPLACE(patients.phone, '[^0-9]', '') LIKE %(digits)s
    UNION
    SELECT patients.patient_id
    FROM users
    JOIN patients ON patients.user_id = users.user_id
    WHERE users.phone LIKE %(digits_apart)s
      AND REGEXP_REPLACE(users.phone, '[^0-9]', '') LIKE %(digits)s
) AS matching
JOIN patients ON patients.patient_id = matching.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
ORDER BY patients.full_name, patients.patient_id
LIMIT %(limit)s OFFSET %(offset)s;
