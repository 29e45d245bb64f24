-- Show what frames some days in a row, of one person or (staff_id 0) of all: hours, breaks, time off, closed days.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, first_day, end_day
-- Try:     staff_id = 1, first_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  time off may begin days before and end days after. Joined to the calendar it gives a row for each of its
--          days, and GREATEST and LEAST cut each row to its day.

SELECT
    'hours' AS kind, hours_of_days.staff_id, hours_of_days.day, hours_of_days.starts_minute,
    hours_of_days.ends_minute, '' AS reason
FROM hours_of_days
WHERE %(staff_id)s IN (0, hours_of_days.staff_id)
  AND hours_of_days.day >= %(first_day)s AND hours_of_days.day < %(end_day)s
UNION ALL
SELECT 'break', hours_of_days.staff_id, hours_of_days.day, breaks.starts_minute, breaks.ends_minute, ''
FROM hours_of_days
JOIN breaks USING (working_hours_id)
WHERE %(staff_id)s IN (0, hours_of_days.staff_id)
  AND hours_of_days.day >= %(first_day)s AND hours_of_days.day < %(end_day)s
UNION ALL
SELECT
    'time_off',
    time_off.staff_id,
    calendar.day,
    TIMESTAMPDIFF(MINUTE, calendar.day, GREATEST(time_off.starts_at, calendar.day)),
    TIMESTAMPDIFF(MINUTE, calendar.day, LEAST(time_off.ends_at, calendar.day + INTERVAL 1 DAY)),
    time_off.reason
FROM calendar
JOIN time_off ON time_off.starts_at < calendar.day + INTERVAL 1 DAY AND time_off.ends_at > calendar.day
WHERE calendar.day >= %(first_day)s AND calendar.day < %(end_day)s
  AND %(staff_id)s IN (0, time_off.staff_id)
UNION ALL
SELECT 'closed', 0, closures.day, 0, 1440, closures.reason
FROM closures
WHERE closures.day >= %(first_day)s AND closures.day < %(end_day)s
ORDER BY day, starts_minute, kind, staff_id, ends_minute, reason;
