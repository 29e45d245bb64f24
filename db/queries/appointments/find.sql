-- Find one visit with all that its page shows, if this visitor may see it.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id, role
-- Try:     appointment_id = 1025, user_id = 11, role = 'patient'
-- Lesson:  whose record it is stands in the WHERE, so no page can forget to ask: patients see their account's visits,
--          staff those that the view whose_visits gives them. Notes and alerts are the clinic's alone.

SELECT
    appointments.appointment_id,
    appointments.patient_id,
    appointments.staff_id,
    appointments.room_id,
    appointments.service_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.pause_minutes,
    appointments.status,
    statuses.label AS status_label,
    appointments.reason,
    appointments.cancel_reason,
    IF(%(role)s = 'patient', '', appointments.note) AS note,
    appointments.arrived_utc,
    appointments.late_minutes,
    appointments.version,
    appointments.created_utc,
    patients.full_name AS patient_name,
    patients.relation,
    COALESCE(patients.phone, holders.phone) AS patient_phone,
    IF(%(role)s = 'patient', '', patients.alert) AS alert,
    patients.forgotten_utc IS NOT NULL AS is_forgotten,
    users.full_name AS staff_name,
    staff.specialization,
    rooms.name AS room_name,
    services.name AS service_name,
    services.minutes AS service_minutes,
    services.place,
    staff.video_link,
    staff.is_online AND services.is_online AS is_online,
    rules.horizon_days,
    rules.cancel_deadline_minutes,
    services.how_to_prepare
FROM appointments
JOIN statuses USING (status)
JOIN patients USING (patient_id)
JOIN services USING (service_id)
JOIN rules_of_services AS rules ON rules.service_id = appointments.service_id
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
LEFT JOIN rooms USING (room_id)
LEFT JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.appointment_id = %(appointment_id)s
  AND IF(%(role)s = 'patient', patients.user_id = %(user_id)s, whose_visits.staff_id IS NOT NULL);
