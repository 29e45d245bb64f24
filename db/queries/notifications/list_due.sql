-- Show the next mails to send: none while the queue is paused.
--
-- Gives:   many rows, what people wait for first
-- Takes:   now_utc
-- Lesson:  a plain read that locks nothing; claim.sql then decides who of several workers gets which. A morning's
--          hundreds of reminders stand behind the one link that somebody is waiting for.

SELECT
    notifications.notification_id
FROM notifications
JOIN mail_queue ON COALESCE(mail_queue.paused_until_utc, '1970-01-01') <= %(now_utc)s
WHERE notifications.state = 'pending'
  AND notifications.next_try_utc <= %(now_utc)s
ORDER BY notifications.kind = 'reminder', notifications.next_try_utc, notifications.notification_id
LIMIT 20;
