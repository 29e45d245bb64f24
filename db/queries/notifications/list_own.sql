-- Show the mail to an account, about its visits and about itself, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Try:     user_id = 11
-- Lesson:  two keys, so two SELECTs under a UNION. OR over both columns could use neither key.
--          Whoever only typed an address must not learn here whether somebody else has an account with it: the mail
--          that says so is told as the one that everybody gets, and a forgotten password is the owner's business.

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
    CASE notifications.kind WHEN 'registered_again' THEN 'address_proof' ELSE notifications.kind END AS kind,
    notifications.recipient,
    notifications.state,
    notifications.created_utc,
    notifications.sent_utc,
    notifications.appointment_id
FROM notifications
JOIN users ON users.user_id = notifications.user_id
WHERE notifications.user_id = %(user_id)s
  AND (users.email_proven_utc IS NOT NULL OR notifications.kind <> 'password_reset')
ORDER BY notification_id;
