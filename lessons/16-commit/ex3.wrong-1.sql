-- Visits that are over, or were cancelled, are in it, too: the condition on the status is missing.

SELECT appointment_id, version
FROM appointments
WHERE version > 0;
