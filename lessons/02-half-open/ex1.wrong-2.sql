-- The visit at midnight sharp, at the beginning of the day, is lost: > leaves the beginning out. Write >=.

SELECT appointment_id, starts_at
FROM appointments
WHERE starts_at >  '2026-11-30'
  AND starts_at <  '2026-12-01';
