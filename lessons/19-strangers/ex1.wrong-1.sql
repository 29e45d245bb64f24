-- These are the visits that the account 12 booked. The desk books for its patients, too: ask whose patient it is.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.booked_by = 12;
