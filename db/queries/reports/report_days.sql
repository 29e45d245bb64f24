-- Count the visits of each day by what became of them. Days without a visit are there too, with zeros.
--
-- Gives:   many rows, earliest first
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  count first, then hang the counts on the calendar. The count never leaves the key (starts_at, status):
--          TO_DAYS, as for DATE(starts_at) MySQL would read the column day, which that key lacks.

WITH counted AS (
    SELECT
        TO_DAYS(appointments.starts_at) AS day_number,
        SUM(appointments.status = 'booked') AS booked,
        SUM(appointments.status = 'arrived') AS arrived,
        SUM(appointments.status = 'completed') AS completed,
        SUM(appointments.status = 'no_show') AS no_show,
        SUM(appointments.status = 'cancelled') AS cancelled
    FROM appointments
    WHERE appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(end_day)s
    GROUP BY TO_DAYS(appointments.starts_at)
)
SELECT
    calendar.day,
    COALESCE(counted.booked, 0) AS booked,
    COALESCE(counted.arrived, 0) AS arrived,
    COALESCE(counted.completed, 0) AS completed,
    COALESCE(counted.no_show, 0) AS no_show,
    COALESCE(counted.cancelled, 0) AS cancelled
FROM calendar
LEFT JOIN counted ON counted.day_number = TO_DAYS(calendar.day)
WHERE calendar.day >= %(from_day)s
  AND calendar.day < %(end_day)s
ORDER BY calendar.day;
