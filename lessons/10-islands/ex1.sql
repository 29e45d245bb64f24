-- Task:    Number the visits of the member of staff 1 on 30 November 2026 by the time at which they begin: show starts_at and the number 1, 2, 3 …, in this order.
-- On:      learn
-- Order:   starts_at
-- Hint 1:  ROW_NUMBER() OVER (ORDER BY …)
-- Hint 2:  The condition stands in WHERE, as always.
-- Why:     WHERE chooses the rows first, and the window numbers those that are left.

SELECT
    appointments.starts_at,
    ROW_NUMBER() OVER (ORDER BY appointments.starts_at) AS number
FROM appointments
WHERE appointments.staff_id = 1
  AND appointments.day = '2026-11-30'
ORDER BY appointments.starts_at;
