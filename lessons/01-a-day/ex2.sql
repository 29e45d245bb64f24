-- Task:    Show patient_id and starts_at of the visits of the member of staff 2 on 30 November 2026, earliest first.
-- On:      learn
-- Order:   starts_at
-- Hint 1:  Two conditions, with AND between them: one on staff_id, one on day.
-- Hint 2:  The day is '2026-11-30', in single quotes.
-- Why:     Both conditions must be true for a row. The order is that of the column starts_at.

SELECT patient_id, starts_at
FROM appointments
WHERE staff_id = 2
  AND day = '2026-11-30'
ORDER BY starts_at;
