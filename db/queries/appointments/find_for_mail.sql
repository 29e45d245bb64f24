-- Find a visit as mail tells of it. Nothing is asked of a visitor: the mail worker may read all visits, and a signed
-- link names one.
--
-- Gives:   one row, or none
-- Takes:   appointment_id
-- Try:     appointment_id = 553

SELECT
    appointments.appointment_id,
    appointments.staff_id,
    appointments.service_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.status,
    appointments.version,
    appointments.created_utc,
    appointments.cancel_reason,
    COALESCE((
        SELECT authors.role IN ('staff', 'admin')
        FROM appointment_history
        LEFT JOIN users AS authors USING (user_id)
        WHERE appointment_history.appointment_id = appointments.appointment_id
          AND appointment_history.to_status = 'cancelled'
        ORDER BY appointment_history.history_id DESC
        LIMIT 1
    ), 0) AS is_cancelled_by_clinic,
    EXISTS (
        SELECT 1 FROM appointment_history AS undone
        WHERE undone.appointment_id = appointments.appointment_id
          AND undone.from_status = 'cancelled'
    ) AS is_booked_again,
    patients.full_name AS patient_name,
    patients.user_id AS holder_id,
    holders.is_active AS holder_is_active,
    patients.forgotten_utc,
    COALESCE(holders.proven_email, patients.email) AS patient_email,
    COALESCE(patients.phone, holders.phone) AS patient_phone,
    people.full_name AS staff_name,
    people.proven_email AS staff_email,
    people.is_active AS staff_is_active,
    rooms.name AS room_name,
    services.name AS service_name,
    services.minutes AS service_minutes,
    services.place,
    staff.video_link,
    rules.horizon_days,
    rules.cancel_deadline_minutes,
    services.how_to_prepare
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN services USING (service_id)
JOIN rules_of_services AS rules ON rules.service_id = appointments.service_id
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
LEFT JOIN rooms USING (room_id)
WHERE appointments.appointment_id = %(appointment_id)s;
