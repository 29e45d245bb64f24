-- Show when each person could next be booked for a service, within a stretch of days, soonest first.
--
-- Gives:   many rows, soonest first
-- Takes:   service_id, first_day, end_day, now
-- Lesson:  first the first open day of each person, then the first time on it. Asking at once for the smallest of all
--          free times would make the server work out every one of them.

SELECT
    first_days.staff_id,
    MIN(free_starts.starts_at) AS starts_at
FROM (
    SELECT
        staff_services.staff_id,
        MIN(calendar.day) AS day
    FROM settings
    JOIN staff_services
    JOIN calendar
        ON calendar.day >= %(first_day)s
       AND calendar.day < %(end_day)s
       AND calendar.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
    WHERE staff_services.service_id = %(service_id)s
      AND (
        SELECT 1
        FROM free_starts
        WHERE free_starts.staff_id = staff_services.staff_id
          AND free_starts.service_id = staff_services.service_id
          AND free_starts.day = calendar.day
          AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
        LIMIT 1
      ) = 1
    GROUP BY staff_services.staff_id
) AS first_days
JOIN settings
JOIN free_starts
    ON free_starts.staff_id = first_days.staff_id
   AND free_starts.day = first_days.day
WHERE free_starts.service_id = %(service_id)s
  AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
GROUP BY first_days.staff_id
ORDER BY starts_at, first_days.staff_id;
