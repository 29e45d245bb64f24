-- Queue the mail to a member of staff whose visit went to a colleague, if they want mail.
--
-- Gives:   a row count
-- Takes:   appointment_id, former_staff_id, expires_utc, now_utc
-- Try:     appointment_id = 555, former_staff_id = 1, expires_utc = 2026-12-07 10:00, now_utc = 2026-11-30 10:00

INSERT INTO notifications (
    dedupe_key, kind, audience, appointment_id, version, user_id, recipient, next_try_utc, expires_utc, created_utc
)
SELECT
    CONCAT('visit:', appointments.appointment_id, ':v', appointments.version, ':moved:former'),
    'moved',
    'former',
    appointments.appointment_id,
    appointments.version,
    users.user_id,
    users.proven_email,
    %(now_utc)s,
    %(expires_utc)s,
    %(now_utc)s
FROM appointments
JOIN staff ON staff.staff_id = %(former_staff_id)s AND staff.staff_id <> appointments.staff_id AND staff.wants_mail
JOIN users ON users.user_id = staff.user_id AND users.is_active AND users.proven_email IS NOT NULL
WHERE appointments.appointment_id = %(appointment_id)s
ON DUPLICATE KEY UPDATE notification_id = notifications.notification_id;
