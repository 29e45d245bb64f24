-- Show who is in which room on each of some days.
--
-- Gives:   many rows, by room and time
-- Takes:   from_day, end_day
-- Try:     from_day = 2026-11-30, end_day = 2026-12-07
-- Lesson:  the outer join keeps rooms without a visit; a retired room comes only if it has one. The calendar turns a
--          range of days into days that are equal, which is what a join can look up in (room_id, day).

SELECT
    rooms.room_id,
    rooms.name,
    rooms.is_active,
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.holds_until,
    patients.full_name AS patient_name,
    users.full_name AS staff_name,
    services.name AS service_name
FROM rooms
JOIN calendar ON calendar.day >= %(from_day)s AND calendar.day < %(end_day)s
LEFT JOIN appointments
    ON appointments.room_id = rooms.room_id
   AND appointments.day = calendar.day
   AND appointments.holds_until IS NOT NULL
LEFT JOIN patients USING (patient_id)
LEFT JOIN staff USING (staff_id)
LEFT JOIN users ON users.user_id = staff.user_id
LEFT JOIN services USING (service_id)
WHERE rooms.is_active
   OR appointments.appointment_id IS NOT NULL
ORDER BY rooms.name, rooms.room_id, calendar.day, appointments.starts_at;
