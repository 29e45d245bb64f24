-- Show the next mails to send: none while the queue is paused, and none that is held until an admin decides.
--
-- Gives:   many rows, first those that somebody waits for
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:15
-- Lesson:  a plain read that locks nothing; notifications/claim then decides which worker gets which mail. The key
--          mail_due has the order of the ORDER BY, so of ten thousand reminders only the first hundred are read.

SELECT
    notifications.notification_id,
    notifications.can_wait
FROM notifications
WHERE notifications.state = 'pending'
  AND notifications.next_try_utc <= %(now_utc)s
  AND NOT EXISTS (
      SELECT 1 FROM mail_queue WHERE mail_queue.held_before_utc > notifications.created_utc
  )
  AND NOT EXISTS (SELECT 1 FROM mail_queue WHERE mail_queue.paused_until_utc > %(now_utc)s)
ORDER BY notifications.can_wait, notifications.next_try_utc, notifications.notification_id
LIMIT 100;
