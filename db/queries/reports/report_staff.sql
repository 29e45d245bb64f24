-- Count each person's visits, and the minutes they held, most booked first.
--
-- Gives:   many rows, most visits first
-- Takes:   from_day, end_day
-- Lesson:  for each person and each day of the calendar one look into the key (staff_id, day, starts_at, holds_until),
--          which has all that is asked. Without the calendar the days would be a range behind a joined staff_id, and
--          a join can use only equalities: it would read every visit the person ever had.

SELECT
    users.full_name AS name,
    COUNT(*) AS visits,
    SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
FROM staff
JOIN users USING (user_id)
JOIN calendar
STRAIGHT_JOIN appointments
    ON appointments.staff_id = staff.staff_id
   AND appointments.day = calendar.day
   AND appointments.holds_until IS NOT NULL
WHERE calendar.day >= %(from_day)s
  AND calendar.day < %(end_day)s
GROUP BY staff.staff_id, users.full_name
ORDER BY visits DESC, users.full_name, staff.staff_id;
