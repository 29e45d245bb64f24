-- Show the visits within a range of days, of one member of staff or of all staff (staff_id 0).
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, first_day, end_day, limit, offset
-- Try:     staff_id = 1, first_day = 2026-11-30, end_day = 2026-12-07, limit = 10, offset = 0
-- Lesson:  names are joined to one page of keys, and the key (starts_at, status) gives that page in order: see
--          list_filtered.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.status,
    appointments.reason,
    appointments.cancel_reason,
    appointments.created_utc,
    appointments.patient_id,
    patients.full_name AS patient_name,
    appointments.staff_id,
    users.full_name AS staff_name,
    appointments.service_id,
    services.name AS service_name,
    appointments.room_id,
    rooms.name AS room_name,
    services.place
FROM (
    SELECT appointments.appointment_id
    FROM appointments
    WHERE appointments.starts_at >= %(first_day)s
      AND appointments.starts_at < %(end_day)s
      AND %(staff_id)s IN (0, appointments.staff_id)
    ORDER BY appointments.starts_at, appointments.status, appointments.appointment_id
    LIMIT %(limit)s OFFSET %(offset)s
) AS one_page
JOIN appointments USING (appointment_id)
JOIN patients USING (patient_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
ORDER BY appointments.starts_at, appointments.status, appointments.appointment_id;
