-- Show who comes on some days in a row, as the board draws it: to one person or (staff_id 0) to all, in one room or
-- (room_id 0) in all. What was cancelled is left out.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, room_id, first_day, end_day

SELECT
    appointments.appointment_id,
    appointments.staff_id,
    appointments.room_id,
    appointments.day,
    appointments.starts_at,
    appointments.ends_at,
    appointments.holds_until,
    appointments.status,
    appointments.arrived_utc,
    appointments.late_minutes,
    patients.full_name AS patient_name,
    patients.alert,
    people.full_name AS staff_name,
    services.name AS service_name,
    rooms.name AS room_name,
    services.place
FROM appointments
JOIN patients USING (patient_id)
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
WHERE appointments.starts_at >= CAST(%(first_day)s AS DATE)
  AND appointments.starts_at < CAST(%(end_day)s AS DATE)
  AND %(staff_id)s IN (0, appointments.staff_id)
  AND %(room_id)s IN (0, appointments.room_id)
  AND appointments.status <> 'cancelled'
ORDER BY appointments.starts_at, appointments.appointment_id;
