-- Count the visits that appointments/list_filtered would list, up to a limit.
--
-- Gives:   one value
-- Takes:   from_day, until_day, staff_id, room_id, status, open_at, limit
-- Try:     from_day = 2026-11-30, until_day = 2026-12-07, staff_id = 1, room_id = 1, status = 'booked', open_at = NULL,
--          limit = 10
-- Lesson:  COUNT(*) over a million rows takes its time, and nobody pages through them: LIMIT inside stops counting.

SELECT COUNT(*)
FROM (
    SELECT appointments.appointment_id
    FROM appointments
    WHERE appointments.starts_at >= %(from_day)s
      AND appointments.starts_at < %(until_day)s
      AND (%(staff_id)s IS NULL OR appointments.staff_id = %(staff_id)s)
      AND (%(room_id)s IS NULL OR appointments.room_id = %(room_id)s)
      AND (%(status)s IS NULL OR appointments.status = %(status)s)
      AND (%(open_at)s IS NULL
           OR (appointments.status IN ('booked', 'arrived') AND appointments.ends_at <= %(open_at)s))
    LIMIT %(limit)s
) AS counted;
