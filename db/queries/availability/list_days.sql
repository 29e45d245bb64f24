-- Show each day of a week or a month: whether a person has a free time for a service, and why the clinic is closed.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, service_id, first_day, end_day, now
-- Lesson:  LIMIT 1 lets the server stop at a day's first free time. A LEFT JOIN keeps the days without a closure.

SELECT
    calendar.day,
    closures.reason AS closed,
    calendar.day > DATE(%(now)s) + INTERVAL settings.horizon_days DAY AS is_too_far,
    (
        SELECT 1
        FROM free_starts
        WHERE free_starts.staff_id = %(staff_id)s
          AND free_starts.service_id = %(service_id)s
          AND free_starts.day = calendar.day
          AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
          AND free_starts.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
        LIMIT 1
    ) AS is_open
FROM calendar
JOIN settings ON settings.settings_id = 1
LEFT JOIN closures ON closures.day = calendar.day
WHERE calendar.day >= %(first_day)s
  AND calendar.day < %(end_day)s
ORDER BY calendar.day;
