-- Find how long a member of staff is free from a time on: until when they work without a break, and when their next
-- visit begins.
--
-- Gives:   one row, or none; none where they do not work then
-- Takes:   staff_id, starts_at
-- Try:     staff_id = 1, starts_at = 2026-12-01 09:00
-- Lesson:  LEAST is NULL if one of its values is, so each that may be missing has the end of the hours in its place.

SELECT
    LEAST(
        hours.ends_at,
        COALESCE(
            (
                SELECT MIN(hours.day + INTERVAL breaks.starts_minute MINUTE)
                FROM breaks
                WHERE breaks.working_hours_id = hours.working_hours_id
                  AND hours.day + INTERVAL breaks.ends_minute MINUTE > %(starts_at)s
            ),
            hours.ends_at
        ),
        COALESCE(
            (
                SELECT MIN(time_off.starts_at)
                FROM time_off
                WHERE time_off.staff_id = %(staff_id)s AND time_off.ends_at > %(starts_at)s
            ),
            hours.ends_at
        )
    ) AS works_until,
    (
        SELECT MIN(appointments.starts_at)
        FROM appointments
        WHERE appointments.staff_id = %(staff_id)s
          AND appointments.day = CAST(%(starts_at)s AS DATE)
          AND appointments.holds_until > %(starts_at)s
    ) AS taken_from
FROM hours_of_days AS hours
WHERE hours.staff_id = %(staff_id)s
  AND hours.day = CAST(%(starts_at)s AS DATE)
  AND hours.starts_at <= %(starts_at)s
  AND hours.ends_at > %(starts_at)s
LIMIT 1;
