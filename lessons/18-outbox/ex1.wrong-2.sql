-- In a clinic with a mail whose next try is at 10:00 exactly, it is missing: "not later" has the moment itself in it. Write <=.

SELECT notification_id, kind
FROM notifications
WHERE state = 'pending'
  AND next_try_utc < '2026-11-30 10:00';
