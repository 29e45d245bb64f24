-- Show the time off of a member of staff, from now on.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, now
-- Try:     staff_id = 1, now = 2026-11-30 10:00
-- Lesson:  time off that has begun and not ended belongs to it, so the end is compared, not the beginning.

SELECT
    time_off.time_off_id,
    time_off.starts_at,
    time_off.ends_at,
    time_off.reason
FROM time_off
WHERE time_off.staff_id = %(staff_id)s
  AND time_off.ends_at > %(now)s
ORDER BY time_off.ends_at, time_off.time_off_id;
