-- Let mail go out again.
--
-- Gives:   a row count
-- Takes:   nothing

UPDATE mail_queue
SET paused_until_utc = NULL,
    pause_reason = NULL
WHERE mail_queue_id = 1;
