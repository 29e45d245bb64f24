-- Show the past visits that nobody has marked as completed or missed: those of one member of staff, or of all staff
-- (staff_id 0).
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, now, limit, offset
-- Try:     staff_id = 1, now = 2026-12-01 08:00, limit = 10, offset = 0
-- Lesson:  status first, then the range: the key (status, starts_at) leads to the open visits alone, however long the
--          past is. A visit that has ended has begun; saying so gives the key its range, as ends_at is in no key.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.status,
    appointments.version,
    statuses.label AS status_label,
    appointments.reason,
    appointments.note,
    appointments.arrived_utc,
    appointments.late_minutes,
    patients.patient_id,
    patients.alert,
    patients.full_name AS patient_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    people.full_name AS staff_name,
    services.name AS service_name,
    rooms.name AS room_name,
    services.place
FROM appointments
JOIN statuses USING (status)
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
WHERE appointments.status IN ('booked', 'arrived')
  AND appointments.starts_at < %(now)s
  AND appointments.ends_at <= %(now)s
  AND %(staff_id)s IN (0, appointments.staff_id)
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s OFFSET %(offset)s;
