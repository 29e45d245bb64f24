-- Show the mail to the patient about a visit, sent or not.
--
-- Gives:   many rows, earliest first
-- Takes:   appointment_id
-- Try:     appointment_id = 553

SELECT
    notifications.notification_id,
    notifications.kind,
    notifications.recipient,
    notifications.state,
    notifications.created_utc,
    notifications.sent_utc,
    notifications.last_code,
    notifications.last_answer
FROM notifications
WHERE notifications.appointment_id = %(appointment_id)s
  AND notifications.audience = 'patient'
ORDER BY notifications.notification_id;
