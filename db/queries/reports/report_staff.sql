-- Count the visits of each member of staff, and the minutes that they held.
--
-- Gives:   many rows, most visits first
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  count first, then look up the few names. The key appointments_counted begins with the time and has every
--          column that is counted here: it covers the query. So the server walks one range of it and reads no row.

SELECT
    counted.staff_id,
    users.full_name AS name,
    counted.visits,
    counted.minutes
FROM (
    SELECT
        appointments.staff_id,
        COUNT(*) AS visits,
        SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
    FROM appointments
    WHERE appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(end_day)s
      AND appointments.holds_until IS NOT NULL
    GROUP BY appointments.staff_id
) AS counted
JOIN staff ON staff.staff_id = counted.staff_id
JOIN users ON users.user_id = staff.user_id
ORDER BY counted.visits DESC, users.full_name, counted.staff_id;
