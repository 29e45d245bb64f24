-- Count the mails that need somebody's attention: given up within a week, or held up after a try that failed.
--
-- Gives:   one value
-- Takes:   now_utc

SELECT
    COUNT(*) AS failing
FROM notifications
WHERE (notifications.state = 'failed' AND notifications.next_try_utc > %(now_utc)s - INTERVAL 7 DAY)
   OR (notifications.state = 'pending' AND notifications.last_answer IS NOT NULL);
