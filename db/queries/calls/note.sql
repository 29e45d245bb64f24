-- Note that the patient of a visit must be called, where no mail tells them what the clinic did to it.
--
-- Gives:   a row count
-- Takes:   appointment_id, kind, was_at, was_staff_id, is_mail_on, now_utc
-- Try:     appointment_id = 553, kind = 'booked', was_at = NULL, was_staff_id = 1, is_mail_on = 0,
--          now_utc = 2026-11-30 10:00
-- Lesson:  ON DUPLICATE KEY UPDATE assigns from the top. Where nobody has called yet (done_utc is still NULL), the row
--          keeps what the patient knows; only then is done_utc set.

INSERT INTO calls (appointment_id, was_at, was_staff_id, created_utc)
SELECT
    appointments.appointment_id,
    %(was_at)s,
    %(was_staff_id)s,
    %(now_utc)s
FROM appointments
LEFT JOIN notifications
    ON notifications.appointment_id = appointments.appointment_id
   AND notifications.version = appointments.version
   AND notifications.kind = %(kind)s
   AND notifications.audience = 'patient'
   AND notifications.state IN ('pending', 'sending', 'sent')
   AND %(is_mail_on)s
WHERE appointments.appointment_id = %(appointment_id)s
  AND notifications.notification_id IS NULL
ON DUPLICATE KEY UPDATE
    was_at = IF(calls.done_utc IS NULL, calls.was_at, %(was_at)s),
    was_staff_id = IF(calls.done_utc IS NULL, calls.was_staff_id, %(was_staff_id)s),
    created_utc = %(now_utc)s,
    done_utc = NULL,
    done_by = NULL;
