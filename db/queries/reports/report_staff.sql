-- Count each person's visits, and the minutes they held, most booked first.
--
-- Gives:   many rows, most visits first
-- Takes:   from_day, end_day
-- Lesson:  (staff_id, day, starts_at, holds_until) has all that is asked, so no row of the table itself is read.
--          holds_until is NULL for what was cancelled or missed: such visits held no time.

SELECT
    users.full_name AS name,
    COUNT(*) AS visits,
    SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
FROM staff
JOIN users USING (user_id)
JOIN appointments USING (staff_id)
WHERE appointments.day >= %(from_day)s
  AND appointments.day < %(end_day)s
  AND appointments.holds_until IS NOT NULL
GROUP BY staff.staff_id, users.full_name
ORDER BY visits DESC, users.full_name, staff.staff_id;
