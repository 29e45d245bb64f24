-- Find how to reach a patient, when they were born, and whether this visitor treats them.
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id, today
-- Try:     patient_id = 1, user_id = 11, today = 2026-11-30
-- Lesson:  a child has no phone of its own: COALESCE takes the first number that is not NULL. Mail goes to the account
--          first, because its holder keeps that address up to date.

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.proven_email, patients.email) AS email,
    CASE WHEN holders.email_proven_utc IS NULL THEN holders.email END AS unproven_email,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name,
    EXISTS (
        SELECT 1 FROM who_treats
        WHERE who_treats.user_id = %(user_id)s AND who_treats.patient_id = patients.patient_id
          AND who_treats.from_day <= %(today)s
    ) AS is_treated
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s;
