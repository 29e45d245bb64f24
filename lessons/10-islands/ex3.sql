-- Task:    For each visit of the member of staff 1 on 1 December 2026 show starts_at and the minutes since the end of the visit before (ends_at), NULL for the first; earliest first.
-- On:      learn
-- Order:   starts_at
-- Hint 1:  LAG(ends_at) OVER (ORDER BY starts_at)
-- Hint 2:  TIMESTAMPDIFF(MINUTE, earlier, later)
-- Why:     LAG looks one row back in the window's order; before the first row there is none, so NULL.

SELECT
    appointments.starts_at,
    TIMESTAMPDIFF(
        MINUTE, LAG(appointments.ends_at) OVER (ORDER BY appointments.starts_at), appointments.starts_at
    ) AS minutes
FROM appointments
WHERE appointments.staff_id = 1
  AND appointments.day = '2026-12-01'
ORDER BY appointments.starts_at;
