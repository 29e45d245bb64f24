-- Mail that a worker has in its hands is in it, too. Only pending mail may be taken.

SELECT notification_id, kind
FROM notifications
WHERE state IN ('pending', 'sending')
  AND next_try_utc <= '2026-11-30 10:00';
