-- Show the clinic's opening hours day by day: the hours in which somebody works, without the days it is closed.
--
-- Gives:   many rows, earliest first
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
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
            hours.day,
            hours.starts_minute,
            hours.ends_minute,
            MAX(hours.ends_minute) OVER (
                PARTITION BY hours.day ORDER BY hours.starts_minute, hours.ends_minute
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS end_so_far
        FROM hours_of_days AS hours
        JOIN staff ON staff.staff_id = hours.staff_id AND staff.is_bookable
        LEFT JOIN closures ON closures.day = hours.day
        WHERE hours.day >= %(from_day)s AND hours.day < %(end_day)s AND closures.day IS NULL
    ) AS blocks
) AS islands
GROUP BY islands.day, islands.island
ORDER BY islands.day, MIN(islands.starts_minute);
