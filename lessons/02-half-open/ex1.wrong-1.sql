-- BETWEEN takes both ends: a visit at midnight on 8 December belongs to the next day, and you have it, too.

SELECT appointment_id, starts_at
FROM appointments
WHERE starts_at BETWEEN '2025-12-07' AND '2025-12-08';
