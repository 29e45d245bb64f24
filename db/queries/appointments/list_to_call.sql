-- Show the upcoming visits that a user has cancelled since a moment, and whose patients get no mail about it.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id, since_utc, today, staff_id
-- Lesson:  an anti-join: LEFT JOIN the mail, and keep the visits that have none. staff_id NULL means all staff.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    patients.patient_id,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, holders.phone) AS phone,
    services.name AS service_name,
    services.service_id,
    people.full_name AS staff_name
FROM appointment_history AS cancelled
JOIN appointments ON appointments.appointment_id = cancelled.appointment_id
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN services USING (service_id)
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
LEFT JOIN notifications
    ON notifications.appointment_id = appointments.appointment_id
   AND notifications.kind = 'cancelled' AND notifications.audience = 'patient'
WHERE cancelled.user_id = %(user_id)s
  AND cancelled.at_utc >= %(since_utc)s
  AND cancelled.to_status = 'cancelled'
  AND appointments.status = 'cancelled'
  AND appointments.day >= %(today)s
  AND patients.forgotten_utc IS NULL
  AND (%(staff_id)s IS NULL OR appointments.staff_id = %(staff_id)s)
  AND notifications.notification_id IS NULL
ORDER BY appointments.starts_at, appointments.appointment_id;
