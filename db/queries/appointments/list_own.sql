-- Show the visits of an account's patients within a range of days.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id, first_day, end_day, limit, offset
-- Try:     user_id = 11, first_day = 2026-11-30, end_day = 2026-12-07, limit = 10, offset = 0

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.status,
    appointments.reason,
    appointments.cancel_reason,
    appointments.note,
    appointments.arrived_utc,
    appointments.late_minutes,
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
FROM patients
JOIN appointments ON appointments.patient_id = patients.patient_id
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users ON users.user_id = staff.user_id
JOIN services ON services.service_id = appointments.service_id
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
WHERE patients.user_id = %(user_id)s
  AND appointments.starts_at >= %(first_day)s
  AND appointments.starts_at < %(end_day)s
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s OFFSET %(offset)s;
