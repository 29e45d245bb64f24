-- Find a record as it is laid beside another one before they are merged: what it says, whose account it belongs to, and
-- how many visits it has.
--
-- Gives:   one row, or none
-- Takes:   patient_id, now
-- Try:     patient_id = 1, now = 2026-11-30 10:00

SELECT
    patients.patient_id,
    patients.user_id,
    patients.relation,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email,
    patients.reference,
    holders.full_name AS holder_name,
    holders.email AS holder_email,
    holders.email_proven_utc IS NOT NULL AS holder_is_proven,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.patient_id = patients.patient_id AND appointments.starts_at < %(now)s
    ) AS past,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.patient_id = patients.patient_id AND appointments.starts_at >= %(now)s
    ) AS ahead
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s
  AND patients.forgotten_utc IS NULL;
