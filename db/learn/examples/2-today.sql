-- Who comes today?

SELECT
    appointments.starts_at,
    patients.full_name AS patient,
    users.full_name AS with_whom,
    appointments.status
FROM appointments
JOIN patients USING (patient_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
WHERE appointments.day = '2026-11-30'
ORDER BY appointments.starts_at, appointments.appointment_id;
