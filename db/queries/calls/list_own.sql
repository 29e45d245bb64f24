-- Show what a patient's account was called about, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    calls.appointment_id,
    calls.was_at,
    calls.created_utc,
    calls.done_utc
FROM patients
JOIN appointments ON appointments.patient_id = patients.patient_id
JOIN calls ON calls.appointment_id = appointments.appointment_id
WHERE patients.user_id = %(user_id)s
ORDER BY calls.created_utc, calls.appointment_id;
