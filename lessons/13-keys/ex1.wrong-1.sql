-- These are the visits of everybody on that day: the condition on staff_id is missing.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.day = '2026-12-01'
ORDER BY appointments.starts_at;
