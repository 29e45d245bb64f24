-- Show each day of a week or a month: whether patients find a free time, and why the clinic is closed.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, service_id, first_day, end_day, now
-- Try:     staff_id = 1, service_id = 1, first_day = 2026-11-30, end_day = 2026-12-07, now = 2026-11-30 10:00
-- Lesson:  LIMIT 1 lets the server stop at a day's first free time. A LEFT JOIN keeps the days without a closure.

SELECT
    calendar.day,
    closures.reason AS closed,
    calendar.day > DATE(%(now)s) + INTERVAL rules.horizon_days DAY AS is_too_far,
    (
        SELECT 1
        FROM free_starts
        WHERE free_starts.staff_id = %(staff_id)s
          AND free_starts.service_id = %(service_id)s
          AND free_starts.day = calendar.day
          AND free_starts.is_online
          AND free_starts.starts_at >= %(now)s + INTERVAL rules.notice_minutes MINUTE
          AND free_starts.day <= DATE(%(now)s) + INTERVAL rules.horizon_days DAY
        LIMIT 1
    ) AS is_open
FROM calendar
JOIN rules_of_services AS rules ON rules.service_id = %(service_id)s
LEFT JOIN closures ON closures.day = calendar.day
WHERE calendar.day >= %(first_day)s
  AND calendar.day < %(end_day)s
ORDER BY calendar.day;
