-- Show the whole clinic's day: which patient comes, to whom and where.
--
-- Gives:   many rows, earliest first
-- Takes:   day
-- Try:     day = 2026-11-30
-- Lesson:  a half-open range runs from midnight up to the next midnight, without it. It walks the key on starts_at, and
--          a visit at 23:59:59 is in it.

SELECT
    appointments.appointment_id,
    appointments.staff_id,
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
WHERE appointments.starts_at >= CAST(%(day)s AS DATE)
  AND appointments.starts_at < CAST(%(day)s AS DATE) + INTERVAL 1 DAY
ORDER BY appointments.starts_at, people.full_name, appointments.appointment_id;
