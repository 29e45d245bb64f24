-- Resume sending after the cause of a pause was mended.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

UPDATE mail_queue
SET paused_until_utc = NULL,
    pause_reason = NULL,
    pauses = 0
WHERE mail_queue_id = 1;
