-- Find whether sending is paused, until when and why, and which mail waits for an admin's decision.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing

SELECT
    mail_queue.paused_until_utc,
    mail_queue.pause_reason,
    mail_queue.pauses,
    mail_queue.off_utc,
    mail_queue.held_before_utc
FROM mail_queue
WHERE mail_queue.mail_queue_id = 1;
