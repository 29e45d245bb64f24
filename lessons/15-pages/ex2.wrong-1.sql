-- These are the visits of 31 December 2015 once more: the page before had them already.

SELECT appointments.starts_at
FROM appointments
WHERE appointments.starts_at >= '2015-12-31'
ORDER BY appointments.starts_at, appointments.status, appointments.appointment_id
LIMIT 20;
