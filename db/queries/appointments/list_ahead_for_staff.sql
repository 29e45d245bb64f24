-- Show the visits of a patient that are ahead, today's too, to those who treat them. The reason
-- and the clinic's note are read by who may open the visit, and by all of them where the service shares them.
--
-- Gives:   many rows, earliest first
-- Takes:   patient_id, user_id, today, limit
-- Try:     patient_id = 1, user_id = 11, today = 2026-11-30, limit = 10

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.status,
    statuses.label AS status_label,
    CASE
        WHEN whose_visits.staff_id IS NOT NULL OR services.shares_reasons THEN appointments.reason
        ELSE ''
    END AS reason,
    CASE
        WHEN whose_visits.staff_id IS NOT NULL OR services.shares_reasons THEN appointments.note
        ELSE ''
    END AS note,
    users.full_name AS staff_name,
    services.name AS service_name,
    rooms.name AS room_name,
    services.place,
    whose_visits.staff_id IS NOT NULL AS may_open
FROM appointments
JOIN statuses USING (status)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
LEFT JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.patient_id = %(patient_id)s
  AND appointments.starts_at >= %(today)s
  AND appointments.status IN ('booked', 'arrived')
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
