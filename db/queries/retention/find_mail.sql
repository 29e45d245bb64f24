-- Count the mail that is settled and older than a moment, and find the oldest.
--
-- Gives:   one row, or none
-- Takes:   before_utc, now
-- Try:     before_utc = 2026-11-30 10:00, now = 2026-11-30 10:00

SELECT
    COUNT(*) AS amount,
    MIN(notifications.created_utc) AS oldest_utc
FROM notifications
WHERE notifications.created_utc < %(before_utc)s
  AND notifications.state IN ('sent', 'failed', 'expired', 'cancelled')
  AND NOT EXISTS (
    SELECT 1 FROM appointments
    WHERE appointments.appointment_id = notifications.appointment_id AND appointments.ends_at > %(now)s
  );
