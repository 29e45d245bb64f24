-- Show the visits of an account's patients that are over or will not take place.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, now, limit, offset
-- Lesson:  an account has few visits, all found by keys; so an OR that no key could serve costs nothing here.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.status,
    appointments.service_id,
    appointments.staff_id,
    patients.relation,
    patients.full_name AS patient_name,
    users.full_name AS staff_name,
    staff.specialization,
    staff.is_bookable AND users.is_active AS is_bookable,
    services.name AS service_name,
    rooms.name AS room_name,
    statuses.label AS status_label
FROM patients
JOIN appointments ON appointments.patient_id = patients.patient_id
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users ON users.user_id = staff.user_id
JOIN services ON services.service_id = appointments.service_id
JOIN statuses ON statuses.status = appointments.status
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
WHERE patients.user_id = %(user_id)s
  AND (appointments.ends_at <= %(now)s OR appointments.status NOT IN ('booked', 'arrived'))
ORDER BY appointments.starts_at DESC, appointments.appointment_id DESC
LIMIT %(limit)s OFFSET %(offset)s;
