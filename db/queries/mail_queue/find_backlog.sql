-- Find what does not go out: since when the oldest mail waits that is due, the mail given up lately, the whole pause.
--
-- Gives:   one row, or none
-- Takes:   now_utc, since_utc

SELECT
    (
        SELECT MIN(notifications.next_try_utc) FROM notifications
        WHERE notifications.state = 'pending' AND notifications.next_try_utc <= %(now_utc)s
    ) AS waits_since_utc,
    (
        SELECT COUNT(*) FROM notifications
        WHERE notifications.state = 'failed' AND notifications.created_utc >= %(since_utc)s
    ) AS failed,
    mail_queue.paused_until_utc,
    mail_queue.pause_reason
FROM mail_queue;
