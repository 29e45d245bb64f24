-- Show the upcoming visits of an account's patients, and those that are going on.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id, now, limit, offset
-- Try:     user_id = 11, now = 2026-11-30 10:00, limit = 10, offset = 0
-- Lesson:  whose visits they are stands in the join with patients, so there is no way round it. ends_at is in no key.
--          But no visit is longer than 480 minutes, so starts_at has a bound too, and the key (patient_id, starts_at)
--          is entered there.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.status,
    patients.patient_id,
    patients.relation,
    patients.full_name AS patient_name,
    users.full_name AS staff_name,
    services.name AS service_name,
    rooms.name AS room_name,
    services.place,
    rules.cancel_deadline_minutes,
    statuses.label AS status_label
FROM patients
JOIN appointments ON appointments.patient_id = patients.patient_id
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users ON users.user_id = staff.user_id
JOIN services ON services.service_id = appointments.service_id
JOIN rules_of_services AS rules ON rules.service_id = appointments.service_id
JOIN statuses ON statuses.status = appointments.status
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
WHERE patients.user_id = %(user_id)s
  AND appointments.starts_at > %(now)s - INTERVAL 480 MINUTE
  AND appointments.ends_at > %(now)s
  AND appointments.status IN ('booked', 'arrived')
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s OFFSET %(offset)s;
