-- These are the visits of the patient 12. A patient's number is not an account's number.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.patient_id = 12;
