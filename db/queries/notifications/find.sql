-- Find a mail with all that is known of it, the patient and the account that it is about.
--
-- Gives:   one row, or none
-- Takes:   notification_id
-- Try:     notification_id = 1094

SELECT
    notifications.notification_id,
    notifications.dedupe_key,
    notifications.kind,
    notifications.audience,
    notifications.appointment_id,
    notifications.version,
    notifications.was_at,
    notifications.user_id,
    notifications.recipient,
    notifications.payload,
    notifications.state,
    notifications.tries,
    notifications.next_try_utc,
    notifications.lease_until_utc,
    notifications.expires_utc,
    notifications.last_code,
    notifications.last_answer,
    notifications.unanswered,
    notifications.message_id,
    notifications.created_utc,
    notifications.sent_utc,
    appointments.patient_id,
    users.is_active AS account_is_active,
    users.email AS account_email,
    users.proven_email AS account_proven_email
FROM notifications
LEFT JOIN appointments USING (appointment_id)
LEFT JOIN users USING (user_id)
WHERE notifications.notification_id = %(notification_id)s;
