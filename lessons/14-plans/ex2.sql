-- Task:    Count the visits that began in the hour before 30 November 2026, 10:00: from 9:00 (included) to 10:00 (not included). Read only those.
-- On:      big
-- Order:   none
-- Reads:   4
-- Hint 1:  Compare the column itself with two moments.
-- Hint 2:  starts_at >= '2026-11-30 09:00' AND …
-- Why:     The column stands alone on its side, so the key on starts_at is entered at 9:00 and left at 10:00.

SELECT COUNT(*) AS visits
FROM appointments
WHERE appointments.starts_at >= '2026-11-30 09:00'
  AND appointments.starts_at <  '2026-11-30 10:00';
