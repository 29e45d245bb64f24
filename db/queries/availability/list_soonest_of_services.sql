-- Show when patients can next book each service within a stretch of days, with anybody.
--
-- Gives:   many rows, soonest first; without the services that have no free time in the stretch
-- Takes:   now, end_day
-- Try:     now = 2026-11-30 10:00, end_day = 2026-12-07

WITH first_days AS (
    SELECT
        rules.service_id,
        rules.notice_minutes,
        (
            SELECT calendar.day
            FROM calendar
            WHERE calendar.day >= DATE(%(now)s) AND calendar.day < %(end_day)s
              AND calendar.day <= DATE(%(now)s) + INTERVAL rules.horizon_days DAY
              AND (
                SELECT 1
                FROM free_starts
                WHERE free_starts.service_id = rules.service_id
                  AND free_starts.day = calendar.day
                  AND free_starts.is_online
                  AND free_starts.starts_at >= %(now)s + INTERVAL rules.notice_minutes MINUTE
                LIMIT 1
              ) = 1
            ORDER BY calendar.day
            LIMIT 1
        ) AS day
    FROM rules_of_services AS rules
)
SELECT
    first_days.service_id,
    MIN(free_starts.starts_at) AS starts_at
FROM first_days
JOIN free_starts ON free_starts.service_id = first_days.service_id AND free_starts.day = first_days.day
WHERE free_starts.is_online
  AND free_starts.starts_at >= %(now)s + INTERVAL first_days.notice_minutes MINUTE
GROUP BY first_days.service_id
ORDER BY starts_at, first_days.service_id;
