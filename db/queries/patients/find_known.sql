-- Find a patient: who they are, how to reach them, and where mail about visits goes.
--
-- Gives:   one row, or none
-- Takes:   patient_id
-- Try:     patient_id = 1

SELECT
    patients.patient_id,
    patients.user_id,
    patients.full_name,
    patients.birth_date,
    patients.is_online,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.proven_email, patients.email) AS email,
    CASE WHEN holders.email_proven_utc IS NULL THEN holders.email END AS unproven_email,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s
  AND patients.forgotten_utc IS NULL;
