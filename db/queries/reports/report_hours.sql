-- Count the visits that begin in each hour of each weekday.
--
-- Gives:   many rows, Monday first
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  functions of a column are harmless in GROUP BY, where they group what the range on starts_at has found. In
--          WHERE they would hide the column from its key.

SELECT
    WEEKDAY(appointments.starts_at) AS weekday,
    HOUR(appointments.starts_at) AS hour,
    COUNT(*) AS visits
FROM appointments
WHERE appointments.starts_at >= %(from_day)s
  AND appointments.starts_at < %(end_day)s
  AND appointments.status IN ('booked', 'arrived', 'completed')
GROUP BY WEEKDAY(appointments.starts_at), HOUR(appointments.starts_at)
ORDER BY weekday, hour;
