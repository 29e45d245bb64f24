-- The visit at midnight sharp, at the beginning of the day, is lost: > leaves the beginning out. Write >=.

SELECT appointment_id, starts_at
FROM appointments
WHERE starts_at >  '2025-12-07'
  AND starts_at <  '2025-12-08';
