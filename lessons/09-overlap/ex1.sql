-- Task:    Which visits meet the time from 10:00 to 10:30 on Sunday, 7 December 2025? Show appointment_id. Count a visit only if it holds its time (use holds_until). The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  It starts before 10:30.
-- Hint 2:  It holds its time until after 10:00.
-- Why:     Each starts before the other ends; cancelled visits have NULL in holds_until and meet nobody.

SELECT appointments.appointment_id
FROM appointments
WHERE appointments.starts_at   < '2025-12-07 10:30'
  AND appointments.holds_until > '2025-12-07 10:00';
