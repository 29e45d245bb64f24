-- Show when each person could next be booked within a stretch of days, soonest first: for a service, or, where none
-- is named (0), for the shortest that each of them offers.
--
-- Gives:   many rows, soonest first
-- Takes:   service_id, first_day, end_day, now
-- Lesson:  first the first open day of each person, then the first time on it. ORDER BY along the calendar's key and
--          LIMIT 1 stop the walk at that day; and only days on which somebody has hours are looked at closely, so
--          that a person without any costs next to nothing.

SELECT
    first_days.staff_id,
    first_days.service_id,
    MIN(free_starts.starts_at) AS starts_at
FROM (
    SELECT
        offers.staff_id,
        offers.service_id,
        (
            SELECT calendar.day
            FROM calendar
            JOIN settings ON settings.settings_id = 1
            WHERE calendar.day >= %(first_day)s
              AND calendar.day < %(end_day)s
              AND calendar.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
              AND (
                SELECT 1
                FROM working_hours
                WHERE working_hours.staff_id = offers.staff_id
                  AND working_hours.weekday = calendar.weekday
                  AND working_hours.valid_from <= calendar.day
                  AND COALESCE(working_hours.valid_until, '9999-12-31') > calendar.day
                LIMIT 1
              ) = 1
              AND (
                SELECT 1
                FROM free_starts
                WHERE free_starts.staff_id = offers.staff_id
                  AND free_starts.service_id = offers.service_id
                  AND free_starts.day = calendar.day
                  AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
                LIMIT 1
              ) = 1
            ORDER BY calendar.day
            LIMIT 1
        ) AS day
    FROM (
        SELECT
            staff_services.staff_id,
            staff_services.service_id,
            ROW_NUMBER() OVER (
                PARTITION BY staff_services.staff_id ORDER BY services.minutes, services.service_id
            ) AS place
        FROM staff_services
        JOIN services ON services.service_id = staff_services.service_id AND services.is_active
        WHERE %(service_id)s IN (0, staff_services.service_id)
    ) AS offers
    WHERE offers.place = 1
) AS first_days
JOIN settings ON settings.settings_id = 1
JOIN free_starts
    ON free_starts.staff_id = first_days.staff_id
   AND free_starts.service_id = first_days.service_id
   AND free_starts.day = first_days.day
WHERE free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
GROUP BY first_days.staff_id, first_days.service_id
ORDER BY starts_at, first_days.staff_id;
