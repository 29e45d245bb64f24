-- Show the e-mails about a patient's visits that could not be delivered to the patient.
--
-- Gives:   many rows, newest first
-- Takes:   patient_id, limit
-- Try:     patient_id = 30, limit = 10

SELECT
    notifications.notification_id,
    notifications.kind,
    notifications.recipient,
    notifications.created_utc,
    notifications.last_code,
    notifications.last_answer,
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
JOIN notifications USING (appointment_id)
WHERE appointments.patient_id = %(patient_id)s
  AND notifications.audience = 'patient'
  AND notifications.state = 'failed'
ORDER BY notifications.notification_id DESC
LIMIT %(limit)s;
