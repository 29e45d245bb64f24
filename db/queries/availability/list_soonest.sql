-- Show when each person could next be booked within a stretch of days, soonest first: for a service, or, where none
-- is named (0), for the shortest that each of them offers. Of the first day that has any time, up to three.
--
-- Gives:   many rows, soonest first
-- Takes:   service_id, first_day, end_day, now, role
-- Try:     service_id = 1, first_day = 2026-11-30, end_day = 2026-12-07, now = 2026-11-30 10:00, role = 'patient'
-- Lesson:  three steps, each with a name: what is asked of whom, the first day of each with a free time, the times of
--          that day. ORDER BY along the calendar's key and LIMIT 1 stop the walk at the day. A time that several rooms
--          would do for is one by GROUP BY, before ROW_NUMBER counts. Notice and is_online bind patients only.

WITH offers AS (
    SELECT
        staff_services.staff_id,
        staff_services.service_id,
        ROW_NUMBER() OVER (
            PARTITION BY staff_services.staff_id ORDER BY services.minutes, services.service_id
        ) AS place,
        IF(%(role)s = 'patient', rules.notice_minutes, 0) AS notice_minutes,
        rules.horizon_days
    FROM staff_services
    JOIN staff ON staff.staff_id = staff_services.staff_id
    JOIN services ON services.service_id = staff_services.service_id AND services.is_active
    JOIN rules_of_services AS rules ON rules.service_id = services.service_id
    WHERE %(service_id)s IN (0, staff_services.service_id)
      AND (services.is_online AND staff.is_online OR %(role)s <> 'patient')
), first_days AS (
    SELECT
        offers.staff_id,
        offers.service_id,
        offers.notice_minutes,
        offers.horizon_days,
        (
            SELECT hours.day
            FROM hours_of_days AS hours
            WHERE hours.staff_id = offers.staff_id
              AND hours.day >= %(first_day)s AND hours.day < %(end_day)s
              AND (
                SELECT 1
                FROM free_starts
                WHERE free_starts.staff_id = offers.staff_id
                  AND free_starts.service_id = offers.service_id
                  AND free_starts.day = hours.day
                  AND free_starts.starts_at >= %(now)s + INTERVAL offers.notice_minutes MINUTE
                LIMIT 1
              ) = 1
            ORDER BY hours.day
            LIMIT 1
        ) AS day
    FROM offers
    WHERE offers.place = 1
)
SELECT
    times.staff_id,
    times.service_id,
    times.starts_at
FROM (
    SELECT
        first_days.staff_id,
        first_days.service_id,
        free_starts.starts_at,
        ROW_NUMBER() OVER (PARTITION BY first_days.staff_id ORDER BY free_starts.starts_at) AS place
    FROM first_days
    JOIN free_starts
        ON free_starts.staff_id = first_days.staff_id
       AND free_starts.service_id = first_days.service_id
       AND free_starts.day = first_days.day
    WHERE free_starts.starts_at >= %(now)s + INTERVAL first_days.notice_minutes MINUTE
      AND free_starts.day <= DATE(%(now)s) + INTERVAL first_days.horizon_days DAY
    GROUP BY first_days.staff_id, first_days.service_id, free_starts.starts_at
) AS times
WHERE times.place <= 3
ORDER BY times.starts_at, times.staff_id;
