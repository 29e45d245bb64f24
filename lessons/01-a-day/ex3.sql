-- Task:    Which visits of 30 November 2026 are not cancelled? Show appointment_id and status. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  "Is not" is written <>.
-- Hint 2:  Two conditions again: one on day, one on status.
-- Why:     <> is true for every other status: booked, arrived, completed and no_show.

SELECT appointment_id, status
FROM appointments
WHERE day = '2026-11-30'
  AND status <> 'cancelled';
