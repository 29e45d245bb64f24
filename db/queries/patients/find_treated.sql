-- Find a patient for a visitor who treats them.
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id, today
-- Try:     patient_id = 1, user_id = 2, today = 2026-11-30
-- Lesson:  the view who_treats has the rule and a row for each reason; one is enough here. As WHERE EXISTS, the server
--          might first collect all whom this visitor treats.

SELECT
    patients.patient_id,
    patients.user_id,
    patients.forgotten_utc,
    patients.full_name,
    patients.birth_date,
    patients.is_online,
    patients.alert,
    patients.is_online,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.proven_email, patients.email) AS email,
    CASE WHEN holders.email_proven_utc IS NULL THEN holders.email END AS unproven_email,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
JOIN who_treats ON who_treats.patient_id = patients.patient_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s
  AND who_treats.user_id = %(user_id)s
  AND who_treats.from_day <= %(today)s
LIMIT 1;
