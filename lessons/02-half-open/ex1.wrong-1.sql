-- BETWEEN takes both ends: a visit at midnight on 1 December belongs to the next day, and you have it, too.

SELECT appointment_id, starts_at
FROM appointments
WHERE starts_at BETWEEN '2026-11-30' AND '2026-12-01';
