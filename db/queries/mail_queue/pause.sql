-- Pause all sending, for a reason that is about us or the mail server and not about one mail.
--
-- Gives:   a row count
-- Takes:   paused_until_utc, pause_reason

UPDATE mail_queue
SET paused_until_utc = %(paused_until_utc)s,
    pause_reason = %(pause_reason)s
WHERE mail_queue_id = 1;
