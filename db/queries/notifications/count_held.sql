-- Count the mails that are held until an admin decides, and are still of use.
--
-- Gives:   one value
-- Takes:   held_before_utc, now_utc
-- Try:     held_before_utc = NULL, now_utc = 2026-11-30 10:00

SELECT
    COUNT(*) AS mails
FROM notifications
LEFT JOIN appointments USING (appointment_id)
WHERE notifications.state = 'pending'
  AND notifications.created_utc < %(held_before_utc)s
  AND (notifications.expires_utc IS NULL OR notifications.expires_utc > %(now_utc)s)
  AND (
      appointments.appointment_id IS NULL
      OR appointments.version = notifications.version
      OR notifications.audience = 'former'
  );
