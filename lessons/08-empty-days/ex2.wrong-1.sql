-- A day with visits that were missed or cancelled is left out, although nobody came: the status is not in your statement.

SELECT calendar.day
FROM calendar
WHERE calendar.day BETWEEN '2025-12-01' AND '2025-12-31'
  AND NOT EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.day = calendar.day
);
