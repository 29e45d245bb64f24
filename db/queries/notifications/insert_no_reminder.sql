-- Note that a visit gets no reminder: the front desk chose to send its patient no mail.
--
-- Gives:   a row count
-- Takes:   appointment_id, was_at, expires_utc, now_utc
-- Try:     appointment_id = 1025, was_at = NULL, expires_utc = 2026-12-07 10:00, now_utc = 2026-11-30 10:00
-- Lesson:  a row that is already there, and is not to be sent, keeps the reminder from being queued by its unique
--          dedupe_key. A visit that only went to a colleague keeps its time (was_at) and its reminder, so a row is made
--          only if the version before had one.

INSERT INTO notifications (
    dedupe_key, kind, audience, appointment_id, version, recipient, state, last_answer, next_try_utc, expires_utc,
    created_utc
)
SELECT
    CONCAT('visit:', appointments.appointment_id, ':v', appointments.version, ':reminder:patient'),
    'reminder',
    'patient',
    appointments.appointment_id,
    appointments.version,
    COALESCE(holders.email, patients.email),
    'cancelled',
    'The desk chose to send no mail about this visit.',
    %(now_utc)s,
    %(expires_utc)s,
    %(now_utc)s
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
LEFT JOIN notifications AS before_it
    ON before_it.appointment_id = appointments.appointment_id
   AND before_it.version = appointments.version - 1
   AND before_it.kind = 'reminder'
   AND before_it.state = 'cancelled'
WHERE appointments.appointment_id = %(appointment_id)s
  AND appointments.status = 'booked'
  AND COALESCE(holders.email, patients.email) IS NOT NULL
  AND (%(was_at)s IS NULL OR appointments.starts_at <> %(was_at)s OR before_it.notification_id IS NOT NULL)
ON DUPLICATE KEY UPDATE notification_id = notifications.notification_id;
