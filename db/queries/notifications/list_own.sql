-- Show the mail to an account, about its visits and about itself, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Lesson:  two keys, so two SELECTs under a UNION. OR over both columns could use neither key.

SELECT
    notifications.notification_id,
    notifications.kind,
    notifications.recipient,
    notifications.state,
    notifications.created_utc,
    notifications.sent_utc,
    notifications.appointment_id
FROM patients
JOIN appointments ON appointments.patient_id = patients.patient_id
JOIN notifications ON notifications.appointment_id = appointments.appointment_id AND notifications.audience = 'patient'
WHERE patients.user_id = %(user_id)s
UNION ALL
SELECT
    notifications.notification_id,
    notifications.kind,
    notifications.recipient,
    notifications.state,
    notifications.created_utc,
    notifications.sent_utc,
    notifications.appointment_id
FROM notifications
WHERE notifications.user_id = %(user_id)s
ORDER BY notification_id;
