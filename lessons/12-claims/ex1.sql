-- Task:    How many claims does each visit of the member of staff 1 on 30 November 2026 hold? Show appointment_id and the number. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Join claims to appointments, and group.
-- Hint 2:  A visit that holds no time has no claims, and no row is wanted for it.
-- Why:     Each claim is one row, so COUNT(*) of a group is the number of five-minute steps.

SELECT
    appointments.appointment_id,
    COUNT(*) AS claims
FROM appointments
JOIN claims USING (appointment_id)
WHERE appointments.staff_id = 1
  AND appointments.day = '2026-11-30'
GROUP BY appointments.appointment_id;
