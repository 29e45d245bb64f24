-- Count the minutes that each member of staff works: hours without breaks, absences and closed days.
--
-- Gives:   many rows, by person
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  breaks and absences may overlap, and a minute is lost once. Going through those of a block by their
--          beginning, each one takes only what lies beyond the latest end so far: a running maximum.

WITH blocks AS (
    SELECT
        hours.staff_id,
        hours.day,
        hours.working_hours_id,
        hours.starts_minute,
        hours.ends_minute,
        hours.starts_at,
        hours.ends_at
    FROM hours_of_days AS hours
    LEFT JOIN closures ON closures.day = hours.day
    WHERE hours.day >= %(from_day)s AND hours.day < %(end_day)s AND closures.day IS NULL
),
pauses AS (
    SELECT blocks.staff_id, blocks.day, blocks.working_hours_id, breaks.starts_minute, breaks.ends_minute
    FROM blocks
    JOIN breaks ON breaks.working_hours_id = blocks.working_hours_id
    UNION ALL
    SELECT
        blocks.staff_id,
        blocks.day,
        blocks.working_hours_id,
        GREATEST(blocks.starts_minute, TIMESTAMPDIFF(MINUTE, blocks.day, time_off.starts_at)),
        LEAST(blocks.ends_minute, TIMESTAMPDIFF(MINUTE, blocks.day, time_off.ends_at))
    FROM blocks
    JOIN time_off
        ON time_off.staff_id = blocks.staff_id
       AND time_off.ends_at > blocks.starts_at AND time_off.starts_at < blocks.ends_at
),
parts AS (
    SELECT blocks.staff_id, blocks.ends_minute - blocks.starts_minute AS minutes
    FROM blocks
    UNION ALL
    SELECT
        pauses.staff_id,
        -GREATEST(0, pauses.ends_minute - GREATEST(pauses.starts_minute, COALESCE(MAX(pauses.ends_minute) OVER (
            PARTITION BY pauses.staff_id, pauses.day, pauses.working_hours_id
            ORDER BY pauses.starts_minute, pauses.ends_minute
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0)))
    FROM pauses
)
SELECT
    parts.staff_id,
    users.full_name AS name,
    staff.is_bookable AND users.is_active AS is_there,
    SUM(parts.minutes) AS minutes
FROM parts
JOIN staff ON staff.staff_id = parts.staff_id
JOIN users ON users.user_id = staff.user_id
GROUP BY parts.staff_id, users.full_name, staff.is_bookable, users.is_active
ORDER BY users.full_name, parts.staff_id;
