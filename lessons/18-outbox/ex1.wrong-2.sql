-- One mail is missing: its next try is at 10:00 exactly, and that is not later than 10:00.

SELECT notification_id, kind
FROM notifications
WHERE state = 'pending'
  AND next_try_utc < '2026-11-30 10:00';
