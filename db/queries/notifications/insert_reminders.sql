-- Queue the reminders that are due: for every visit that starts within the clinic's lead time and still stands.
--
-- Gives:   a row count
-- Takes:   now, now_utc, from_at, until_at, offset_minutes
-- Try:     now = 2026-11-30 10:00, now_utc = 2026-11-30 10:00, from_at = 2026-11-30 00:00, until_at = 2026-12-07 00:00,
--          offset_minutes = 0
-- Lesson:  one statement for any number of visits. The dedupe_key holds the visit's version, so a visit that was moved
--          gets a new reminder, and no reminder is queued twice, by however many workers. A patient who was told of the
--          visit when its reminder was already due needs no second mail. The row of settings is read first, by its key:
--          so the lead time is a number, and the visits are a short range of a key.

INSERT INTO notifications (
    dedupe_key, kind, audience, appointment_id, version, recipient, next_try_utc, expires_utc, created_utc
)
SELECT
    CONCAT('visit:', appointments.appointment_id, ':v', appointments.version, ':reminder:patient'),
    'reminder',
    'patient',
    appointments.appointment_id,
    appointments.version,
    COALESCE(holders.proven_email, patients.email),
    %(now_utc)s,
    appointments.starts_at - INTERVAL %(offset_minutes)s MINUTE,
    %(now_utc)s
FROM settings
JOIN appointments
    ON appointments.status = 'booked'
   AND appointments.starts_at > %(now)s
   AND appointments.starts_at >= %(from_at)s
   AND appointments.starts_at < %(until_at)s
   AND appointments.starts_at <= %(now)s + INTERVAL settings.reminder_lead_minutes MINUTE
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
LEFT JOIN notifications AS earlier
    ON earlier.appointment_id = appointments.appointment_id
   AND earlier.version = appointments.version
   AND earlier.audience = 'patient'
   AND (earlier.kind = 'reminder'
        OR earlier.created_utc >= earlier.expires_utc - INTERVAL settings.reminder_lead_minutes MINUTE)
WHERE settings.settings_id = 1
  AND COALESCE(holders.proven_email, patients.email) IS NOT NULL
  AND earlier.notification_id IS NULL
ORDER BY appointments.appointment_id
ON DUPLICATE KEY UPDATE notification_id = notifications.notification_id;
