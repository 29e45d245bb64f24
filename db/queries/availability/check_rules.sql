-- Check one start against the clinic's rules: each is a column, true where it speaks against the start.
--
-- Gives:   one row, or none
-- Takes:   staff_id, service_id, starts_at, minutes, pause_minutes, now
-- Try:     staff_id = 1, service_id = 1, starts_at = 2026-12-01 09:00, minutes = 20, pause_minutes = 10,
--          now = 2026-11-30 10:00
-- Lesson:  the LEFT JOINs of the view offered_starts without its last step: what was found is told, not left out. No
--          row: this person does not offer this service. Of several rows, the first by ORDER BY fits best. minutes and
--          pause_minutes are NULL where the visit takes as long as the service says.

WITH wanted AS (
    SELECT
        staff_services.staff_id,
        COALESCE(%(pause_minutes)s, services.pause_minutes) AS pause_minutes,
        services.is_active,
        services.place,
        services.is_online,
        rules.notice_minutes,
        rules.horizon_days,
        CAST(%(starts_at)s AS DATE) AS day,
        CAST(%(starts_at)s AS DATETIME) AS starts_at,
        CAST(%(starts_at)s AS DATETIME) + INTERVAL COALESCE(%(minutes)s, services.minutes) MINUTE AS ends_at
    FROM staff_services
    JOIN services USING (service_id)
    JOIN rules_of_services AS rules USING (service_id)
    WHERE staff_services.staff_id = %(staff_id)s
      AND staff_services.service_id = %(service_id)s
)
SELECT
    wanted.pause_minutes,
    wanted.ends_at,
    wanted.place,
    wanted.notice_minutes,
    wanted.horizon_days,
    NOT (wanted.is_online AND staff.is_online) AS not_online,
    NOT (staff.is_bookable AND users.is_active AND wanted.is_active) AS not_offered,
    wanted.starts_at < %(now)s AS past,
    wanted.starts_at < %(now)s + INTERVAL wanted.notice_minutes MINUTE AS notice,
    wanted.day > DATE(%(now)s) + INTERVAL wanted.horizon_days DAY AS horizon,
    wanted.ends_at + INTERVAL wanted.pause_minutes MINUTE > wanted.day + INTERVAL 1 DAY AS midnight,
    closures.day IS NOT NULL AS closed,
    clock_gaps.day IS NOT NULL AS clock_gap,
    time_off.time_off_id IS NOT NULL AS time_off,
    hours.day IS NULL AS outside_hours,
    breaks.break_id IS NOT NULL AS `break`,
    COALESCE(TIMESTAMPDIFF(MINUTE, hours.starts_at, wanted.starts_at) % staff.slot_minutes <> 0, FALSE) AS off_grid
FROM wanted
JOIN staff ON staff.staff_id = wanted.staff_id
JOIN users ON users.user_id = staff.user_id
LEFT JOIN closures ON closures.day = wanted.day
LEFT JOIN clock_gaps
    ON clock_gaps.day = wanted.day
   AND wanted.day + INTERVAL clock_gaps.starts_minute MINUTE < wanted.ends_at
   AND wanted.day + INTERVAL clock_gaps.ends_minute MINUTE > wanted.starts_at
LEFT JOIN time_off
    ON time_off.staff_id = wanted.staff_id
   AND time_off.starts_at < wanted.ends_at AND time_off.ends_at > wanted.starts_at
LEFT JOIN hours_of_days AS hours
    ON hours.staff_id = wanted.staff_id AND hours.day = wanted.day
   AND hours.starts_at <= wanted.starts_at AND hours.ends_at >= wanted.ends_at
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND hours.day + INTERVAL breaks.starts_minute MINUTE < wanted.ends_at
   AND hours.day + INTERVAL breaks.ends_minute MINUTE > wanted.starts_at
ORDER BY `break`, off_grid
LIMIT 1;
