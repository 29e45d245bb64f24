-- Show who offers a service and is at work at a time, with what each does then: whom it suits best comes first.
--
-- Gives:   many rows, who could first
-- Takes:   service_id, starts_at
-- Try:     service_id = 1, starts_at = 2026-12-01 09:00
-- Lesson:  JOIN keeps only those whose hours hold the beginning, and an anti-join leaves out who is away; the other
--          LEFT JOINs find what would be in the way, or nothing, and MAX over the group tells which of the two.

WITH wanted AS (
    SELECT
        services.service_id,
        CAST(%(starts_at)s AS DATE) AS day,
        CAST(%(starts_at)s AS DATETIME) AS starts_at,
        CAST(%(starts_at)s AS DATETIME) + INTERVAL services.minutes MINUTE AS ends_at,
        CAST(%(starts_at)s AS DATETIME) + INTERVAL services.minutes + services.pause_minutes MINUTE AS free_at
    FROM services
    WHERE services.service_id = %(service_id)s AND services.is_active
)
SELECT
    staff.staff_id,
    users.full_name,
    MAX(taken.appointment_id) IS NOT NULL AS is_taken,
    MAX(hours.ends_at) < MAX(wanted.ends_at) AS ends_too_late,
    MAX(breaks.break_id) IS NOT NULL AS is_in_break
FROM wanted
JOIN staff_services ON staff_services.service_id = wanted.service_id
JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
JOIN users ON users.user_id = staff.user_id AND users.is_active
JOIN hours_of_days AS hours
    ON hours.staff_id = staff.staff_id AND hours.day = wanted.day
   AND hours.starts_at <= wanted.starts_at AND hours.ends_at > wanted.starts_at
LEFT JOIN time_off
    ON time_off.staff_id = staff.staff_id
   AND time_off.starts_at < wanted.ends_at AND time_off.ends_at > wanted.starts_at
LEFT JOIN appointments AS taken
    ON taken.staff_id = staff.staff_id AND taken.day = wanted.day
   AND taken.starts_at < wanted.free_at AND taken.holds_until > wanted.starts_at
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND wanted.day + INTERVAL breaks.starts_minute MINUTE < wanted.ends_at
   AND wanted.day + INTERVAL breaks.ends_minute MINUTE > wanted.starts_at
WHERE time_off.time_off_id IS NULL
GROUP BY staff.staff_id, users.full_name
ORDER BY is_taken, ends_too_late, is_in_break, users.full_name, staff.staff_id;
