-- Count the upcoming visits of one member of staff, or of all staff (staff_id 0).
--
-- Gives:   one value
-- Takes:   staff_id, now, until_day
-- Try:     staff_id = 1, now = 2026-11-30 10:00, until_day = 2026-12-07

SELECT COUNT(*)
FROM appointments
WHERE appointments.starts_at >= %(now)s
  AND appointments.starts_at < %(until_day)s
  AND appointments.status IN ('booked', 'arrived')
  AND %(staff_id)s IN (0, appointments.staff_id);
