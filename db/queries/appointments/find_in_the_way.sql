-- Find a visit that stands in the way of another; whose it is only for those who may open it.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id, role

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.holds_until,
    users.full_name AS staff_name,
    services.name AS service_name,
    COALESCE(%(role)s = 'admin' OR visiting.staff_id = appointments.staff_id OR NOT visiting.is_bookable, FALSE)
        AS may_open,
    patients.full_name AS patient_name
FROM appointments
JOIN patients USING (patient_id)
JOIN services USING (service_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
LEFT JOIN staff AS visiting ON visiting.user_id = %(user_id)s
WHERE appointments.appointment_id = %(appointment_id)s;
