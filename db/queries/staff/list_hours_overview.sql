-- Show the staff who can be booked, whether each is away now, and when next.
--
-- Gives:   many rows, by name
-- Takes:   now
-- Try:     now = 2026-11-30 10:00
-- Lesson:  conditional aggregation: CASE without ELSE is NULL, and MIN passes over it. One join gives two answers.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    MIN(CASE WHEN time_off.starts_at <= %(now)s THEN time_off.ends_at END) AS away_until,
    MIN(CASE WHEN time_off.starts_at > %(now)s THEN time_off.starts_at END) AS away_from
FROM staff
JOIN users USING (user_id)
LEFT JOIN time_off ON time_off.staff_id = staff.staff_id AND time_off.ends_at > %(now)s
WHERE staff.is_bookable
  AND users.is_active
GROUP BY staff.staff_id, users.full_name, staff.specialization
ORDER BY users.full_name, staff.staff_id;
