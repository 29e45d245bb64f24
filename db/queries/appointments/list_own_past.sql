-- Show the visits of an account's patients that are over, or will not take place.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, now, limit, offset
-- Try:     user_id = 11, now = 2026-11-30 10:00, limit = 10, offset = 0
-- Lesson:  the page is cut before names are joined to it, so only a time and a key of each visit are sorted. No key
--          serves the OR, but one account has few visits.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.status,
    appointments.service_id,
    appointments.staff_id,
    patients.patient_id,
    patients.relation,
    patients.full_name AS patient_name,
    users.full_name AS staff_name,
    staff.is_bookable AND staff.is_online AND users.is_active AND services.is_online AS is_bookable,
    services.name AS service_name,
    rooms.name AS room_name,
    services.place,
    statuses.label AS status_label
FROM (
    SELECT appointments.appointment_id
    FROM patients
    JOIN appointments ON appointments.patient_id = patients.patient_id
    WHERE patients.user_id = %(user_id)s
      AND (appointments.ends_at <= %(now)s OR appointments.status NOT IN ('booked', 'arrived'))
    ORDER BY appointments.starts_at DESC, appointments.appointment_id DESC
    LIMIT %(limit)s OFFSET %(offset)s
) AS one_page
JOIN appointments USING (appointment_id)
JOIN patients USING (patient_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
JOIN services USING (service_id)
JOIN statuses USING (status)
LEFT JOIN rooms USING (room_id)
ORDER BY appointments.starts_at DESC, appointments.appointment_id DESC;
