-- Task:    List the visits of the member of staff 2 on 1 December 2026: appointment_id and starts_at, earliest first. Let the server read no more than those.
-- On:      big
-- Order:   starts_at
-- Reads:   3
-- Hint 1:  The key appointments_of_staff begins with staff_id and day.
-- Hint 2:  Name the column day itself, without a function around anything.
-- Why:     Two equalities walk to the one place of the key where these visits stand, already in the order of starts_at.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.staff_id = 2
  AND appointments.day = '2026-12-01'
ORDER BY appointments.starts_at;
