-- Find whether sending is paused, until when and why.
--
-- Gives:   one row, or none
-- Takes:   nothing

SELECT
    mail_queue.paused_until_utc,
    mail_queue.pause_reason
FROM mail_queue
WHERE mail_queue.mail_queue_id = 1;
