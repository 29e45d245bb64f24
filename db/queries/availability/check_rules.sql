-- Check one start against the clinic's rules: each is a column, true where it speaks against the start.
--
-- Gives:   one row, or none
-- Takes:   staff_id, service_id, starts_at, now
-- Lesson:  person, service and time are given, so each rule is one short walk along a key. No row at all: this person
--          does not offer this service. hours_fit: 0 outside working hours; within them 1, and 1 more on the grid of
--          starts, and 2 more outside breaks: 4 fits. The view free_starts has the same rules for many starts at once.

WITH wanted AS (
    SELECT
        staff.staff_id,
        staff.slot_minutes,
        staff.is_bookable AND users.is_active AND services.is_active AS is_offered,
        services.minutes,
        services.pause_minutes,
        CAST(%(starts_at)s AS DATETIME) AS starts_at,
        CAST(%(starts_at)s AS DATETIME) + INTERVAL services.minutes MINUTE AS ends_at,
        CAST(%(starts_at)s AS DATE) AS day,
        HOUR(%(starts_at)s) * 60 + MINUTE(%(starts_at)s) AS minute
    FROM staff_services
    JOIN staff USING (staff_id)
    JOIN users USING (user_id)
    JOIN services USING (service_id)
    WHERE staff_services.staff_id = %(staff_id)s
      AND staff_services.service_id = %(service_id)s
)
SELECT
    wanted.minutes,
    wanted.pause_minutes,
    wanted.ends_at,
    settings.notice_minutes,
    settings.horizon_days,
    NOT wanted.is_offered AS not_offered,
    wanted.starts_at < %(now)s AS past,
    wanted.starts_at < %(now)s + INTERVAL settings.notice_minutes MINUTE AS notice,
    wanted.day > DATE(%(now)s) + INTERVAL settings.horizon_days DAY AS horizon,
    wanted.minute + wanted.minutes + wanted.pause_minutes > 1440 AS midnight,
    EXISTS (SELECT 1 FROM closures WHERE closures.day = wanted.day) AS closed,
    EXISTS (
        SELECT 1 FROM clock_gaps
        WHERE clock_gaps.day = wanted.day
          AND clock_gaps.starts_minute < wanted.minute + wanted.minutes AND clock_gaps.ends_minute > wanted.minute
    ) AS clock_gap,
    EXISTS (
        SELECT 1 FROM time_off
        WHERE time_off.staff_id = wanted.staff_id
          AND time_off.starts_at < wanted.ends_at AND time_off.ends_at > wanted.starts_at
    ) AS time_off,
    COALESCE((
        SELECT MAX(
            1 + ((wanted.minute - working_hours.starts_minute) % wanted.slot_minutes = 0)
              + 2 * (breaks.break_id IS NULL)
        )
        FROM working_hours
        LEFT JOIN breaks
            ON breaks.working_hours_id = working_hours.working_hours_id
           AND breaks.starts_minute < wanted.minute + wanted.minutes AND breaks.ends_minute > wanted.minute
        WHERE working_hours.staff_id = wanted.staff_id
          AND working_hours.weekday = WEEKDAY(wanted.day)
          AND working_hours.valid_from <= wanted.day
          AND COALESCE(working_hours.valid_until, '9999-12-31') > wanted.day
          AND working_hours.starts_minute <= wanted.minute
          AND working_hours.ends_minute >= wanted.minute + wanted.minutes
    ), 0) AS hours_fit
FROM wanted
JOIN settings ON settings.settings_id = 1;
