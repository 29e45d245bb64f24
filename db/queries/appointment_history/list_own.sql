-- Show what was done to the visits of an account's patients, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    appointment_history.appointment_id,
    appointment_history.at_utc,
    appointment_history.action,
    appointment_history.from_status,
    appointment_history.to_status,
    appointment_history.details
FROM patients
JOIN appointments ON appointments.patient_id = patients.patient_id
JOIN appointment_history ON appointment_history.appointment_id = appointments.appointment_id
WHERE patients.user_id = %(user_id)s
ORDER BY appointment_history.history_id;
