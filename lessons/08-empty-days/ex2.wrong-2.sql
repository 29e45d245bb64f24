-- These are the days on which somebody came: NOT is missing.

SELECT calendar.day
FROM calendar
WHERE calendar.day BETWEEN '2025-12-01' AND '2025-12-31'
  AND EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.day = calendar.day
      AND appointments.status = 'completed'
);
