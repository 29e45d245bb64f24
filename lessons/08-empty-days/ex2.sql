-- Task:    On which days of December 2025 did nobody come: no visit at all with the status completed? Show the day. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  The days are in calendar: from '2025-12-01' to '2025-12-31'.
-- Hint 2:  NOT EXISTS, or LEFT JOIN and IS NULL.
-- Why:     The calendar names all days, and NOT EXISTS keeps those without a completed visit.

SELECT calendar.day
FROM calendar
WHERE calendar.day BETWEEN '2025-12-01' AND '2025-12-31'
  AND NOT EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.day = calendar.day
      AND appointments.status = 'completed'
);
