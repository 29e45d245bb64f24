-- Count a stretch of time: the visits that began in it, those that did not take place, and the bookings made in it.
--
-- Gives:   one row, or none
-- Takes:   from_at, until_at, from_utc, until_utc
-- Try:     from_at = 2026-11-30 00:00, until_at = 2026-12-07 00:00, from_utc = 2026-11-01 00:00,
--          until_utc = 2026-12-01 00:00
-- Lesson:  a comparison is 1 or 0, so SUM counts where it is true. Without a row SUM is NULL; COALESCE makes it 0.

SELECT
    COALESCE(SUM(appointments.status <> 'cancelled'), 0) AS visits,
    COALESCE(SUM(appointments.status IN ('cancelled', 'no_show')), 0) AS missed,
    (
        SELECT COUNT(*) FROM appointment_history
        WHERE appointment_history.at_utc >= %(from_utc)s
          AND appointment_history.at_utc < %(until_utc)s
          AND appointment_history.action = 'booked'
          -- what was moved in from an older system names nobody
          AND (appointment_history.user_id IS NOT NULL OR appointment_history.by_link)
    ) AS bookings
FROM appointments
WHERE appointments.starts_at >= %(from_at)s
  AND appointments.starts_at < %(until_at)s;
