-- Show when each service could next be booked within a stretch of days, with anybody.
--
-- Gives:   many rows, soonest first; without the services that have no free time in the stretch
-- Takes:   now, end_day

WITH first_days AS (
    SELECT
        services.service_id,
        (
            SELECT calendar.day
            FROM calendar
            JOIN settings ON settings.settings_id = 1
            WHERE calendar.day >= DATE(%(now)s) AND calendar.day < %(end_day)s
              AND calendar.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
              AND (
                SELECT 1
                FROM free_starts
                WHERE free_starts.service_id = services.service_id
                  AND free_starts.day = calendar.day
                  AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
                LIMIT 1
              ) = 1
            ORDER BY calendar.day
            LIMIT 1
        ) AS day
    FROM services
    WHERE services.is_active
)
SELECT
    first_days.service_id,
    MIN(free_starts.starts_at) AS starts_at
FROM first_days
JOIN settings ON settings.settings_id = 1
JOIN free_starts ON free_starts.service_id = first_days.service_id AND free_starts.day = first_days.day
WHERE free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
GROUP BY first_days.service_id
ORDER BY starts_at, first_days.service_id;
