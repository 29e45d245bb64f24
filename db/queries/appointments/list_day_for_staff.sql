-- Show a day of one member of staff: which patient comes, where, and how to reach them.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, day
-- Try:     staff_id = 1, day = 2026-11-30
-- Lesson:  the stored column day makes the condition an equality. So the key (staff_id, day, starts_at) gives exactly
--          these visits, in this order. DATE(starts_at) = day would say the same and hide the key.

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
WHERE appointments.staff_id = %(staff_id)s
  AND appointments.day = %(day)s
ORDER BY appointments.starts_at, appointments.appointment_id;
