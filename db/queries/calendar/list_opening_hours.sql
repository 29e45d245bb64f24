-- Show the clinic's opening hours day by day: the hours in which somebody works, without the days it is closed.
--
-- Gives:   many rows, earliest first
-- Takes:   from_day, end_day
-- Lesson:  the union of overlapping stretches. Going through a day's blocks by their beginning, a block that begins
--          after the latest end so far opens an island; the running sum of such openings numbers the islands.

SELECT
    islands.day,
    MIN(islands.starts_minute) AS starts_minute,
    MAX(islands.ends_minute) AS ends_minute
FROM (
    SELECT
        blocks.day,
        blocks.starts_minute,
        blocks.ends_minute,
        SUM(blocks.starts_minute > COALESCE(blocks.end_so_far, -1))
            OVER (PARTITION BY blocks.day ORDER BY blocks.starts_minute, blocks.ends_minute) AS island
    FROM (
        SELECT
            calendar.day,
            working_hours.starts_minute,
            working_hours.ends_minute,
            MAX(working_hours.ends_minute) OVER (
                PARTITION BY calendar.day ORDER BY working_hours.starts_minute, working_hours.ends_minute
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS end_so_far
        FROM calendar
        JOIN working_hours ON working_hours.weekday = calendar.weekday AND working_hours.valid_from <= calendar.day
            AND COALESCE(working_hours.valid_until, '9999-12-31') > calendar.day
        JOIN staff ON staff.staff_id = working_hours.staff_id AND staff.is_bookable
        LEFT JOIN closures ON closures.day = calendar.day
        WHERE calendar.day >= %(from_day)s AND calendar.day < %(end_day)s AND closures.day IS NULL
    ) AS blocks
) AS islands
GROUP BY islands.day, islands.island
ORDER BY islands.day, MIN(islands.starts_minute);
