-- Find a patient as an admin sees them: all that is known, and the account that books for them.
--
-- Gives:   one row, or none
-- Takes:   patient_id
-- Try:     patient_id = 1

SELECT
    patients.patient_id,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email,
    patients.reference,
    patients.relation,
    patients.created_utc,
    patients.forgotten_utc,
    patients.user_id,
    holders.full_name AS holder_name,
    holders.email AS holder_email,
    holders.email_proven_utc IS NOT NULL AS holder_is_proven,
    holders.phone AS holder_phone,
    holders.is_active AS holder_is_active
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s;
