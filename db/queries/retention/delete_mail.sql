-- Delete mail that is settled and older than a moment, a portion at a time.
--
-- Gives:   a row count
-- Takes:   before_utc, now, limit
-- Try:     before_utc = 2026-11-30 10:00, now = 2026-11-30 10:00, limit = 10
-- Lesson:  the mail of a visit ahead stays: its dedupe_key is what keeps the reminder from being queued a second time.
--          ORDER BY and LIMIT walk the key on created_utc and stop, so each portion locks few rows, and briefly.

DELETE FROM notifications
WHERE notifications.created_utc < %(before_utc)s
  AND notifications.state IN ('sent', 'failed', 'expired', 'cancelled')
  AND NOT EXISTS (
    SELECT 1 FROM appointments
    WHERE appointments.appointment_id = notifications.appointment_id AND appointments.ends_at > %(now)s
  )
ORDER BY notifications.created_utc, notifications.notification_id
LIMIT %(limit)s;
