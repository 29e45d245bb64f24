-- Show what frames a day, of one person or (staff_id 0) of everybody: hours, breaks, time off, a closed clinic.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, day
-- Lesson:  four short questions in one round trip; UNION ALL, as there is nothing to make distinct. Time off may begin
--          days before and end days after: GREATEST and LEAST cut it to this day.

SELECT 'hours' AS kind, hours_of_days.staff_id, hours_of_days.starts_minute, hours_of_days.ends_minute, '' AS reason
FROM hours_of_days
WHERE %(staff_id)s IN (0, hours_of_days.staff_id)
  AND hours_of_days.day = %(day)s
UNION ALL
SELECT 'break', hours_of_days.staff_id, breaks.starts_minute, breaks.ends_minute, ''
FROM hours_of_days
JOIN breaks USING (working_hours_id)
WHERE %(staff_id)s IN (0, hours_of_days.staff_id)
  AND hours_of_days.day = %(day)s
UNION ALL
SELECT
    'time_off',
    time_off.staff_id,
    TIMESTAMPDIFF(MINUTE, calendar.day, GREATEST(time_off.starts_at, calendar.day)),
    TIMESTAMPDIFF(MINUTE, calendar.day, LEAST(time_off.ends_at, calendar.day + INTERVAL 1 DAY)),
    time_off.reason
FROM calendar
JOIN time_off ON time_off.starts_at < calendar.day + INTERVAL 1 DAY AND time_off.ends_at > calendar.day
WHERE calendar.day = %(day)s
  AND %(staff_id)s IN (0, time_off.staff_id)
UNION ALL
SELECT 'closed', 0, 0, 1440, closures.reason
FROM closures
WHERE closures.day = %(day)s
ORDER BY starts_minute, kind, staff_id, ends_minute, reason;
