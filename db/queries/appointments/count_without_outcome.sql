-- Count the past visits that nobody has marked as completed or missed: those of one member of staff, or of all staff
-- (staff_id 0).
--
-- Gives:   one value
-- Takes:   staff_id, now
-- Try:     staff_id = 1, now = 2026-11-30 10:00

SELECT COUNT(*)
FROM appointments
WHERE appointments.status IN ('booked', 'arrived')
  AND appointments.starts_at < %(now)s
  AND appointments.ends_at <= %(now)s
  AND %(staff_id)s IN (0, appointments.staff_id);
