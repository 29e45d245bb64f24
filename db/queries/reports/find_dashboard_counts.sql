-- Count what an admin looks at first: visits today and a week ago, those in the clinic now, and those ahead.
--
-- Gives:   one row, or none
-- Takes:   now, today, next_day, week_ago, day_after_week_ago
-- Try:     now = 2026-11-30 10:00, today = 2026-11-30, next_day = 2026-12-01, week_ago = 2026-11-23,
--          day_after_week_ago = 2026-11-24
-- Lesson:  each number is a narrow range of one key, so none of them grows with the clinic's history. One pass with
--          SUM(CASE …) over all visits would read every one of them.

SELECT
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.starts_at >= %(today)s AND appointments.starts_at < %(next_day)s
          AND appointments.status <> 'cancelled'
    ) AS today,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.starts_at >= %(week_ago)s AND appointments.starts_at < %(day_after_week_ago)s
          AND appointments.status <> 'cancelled'
    ) AS today_last_week,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.starts_at >= %(today)s AND appointments.starts_at < %(next_day)s
          AND appointments.status = 'arrived'
    ) AS here,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.status = 'booked' AND appointments.starts_at >= %(now)s
    ) AS coming;
