-- Show who comes on some days in a row, as the board draws it: to one person or (staff_id 0) to all, in one room or
-- (room_id 0) in all. What was cancelled is left out.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, room_id, first_day, end_day
-- Try:     staff_id = 1, room_id = 1, first_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  which index helps depends on whether one person is asked for. Each half of the UNION ALL has its own, and
--          the server leaves out the half whose first condition is false.

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
FROM (
    SELECT appointment_id FROM appointments
    WHERE %(staff_id)s = 0
      AND starts_at >= CAST(%(first_day)s AS DATE) AND starts_at < CAST(%(end_day)s AS DATE)
    UNION ALL
    SELECT appointment_id FROM appointments
    WHERE %(staff_id)s <> 0 AND staff_id = %(staff_id)s
      AND day >= %(first_day)s AND day < %(end_day)s
) AS found
JOIN appointments USING (appointment_id)
JOIN patients USING (patient_id)
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
WHERE %(room_id)s IN (0, appointments.room_id)
  AND appointments.status <> 'cancelled'
ORDER BY appointments.starts_at, appointments.appointment_id;
