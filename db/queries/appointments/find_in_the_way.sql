-- Find a visit that stands in the way of another. Only those who may open it learn whose it is.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id
-- Try:     appointment_id = 553, user_id = 11

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.holds_until,
    users.full_name AS staff_name,
    services.name AS service_name,
    whose_visits.staff_id IS NOT NULL AS may_open,
    patients.full_name AS patient_name
FROM appointments
JOIN patients USING (patient_id)
JOIN services USING (service_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
LEFT JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.appointment_id = %(appointment_id)s;
