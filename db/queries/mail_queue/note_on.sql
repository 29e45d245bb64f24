-- Note that there is a mail server now, and hold the mail from before a moment until an admin says what becomes of it.
--
-- Gives:   a row count: 0 where there was one before
-- Takes:   held_before_utc

UPDATE mail_queue
SET held_before_utc = %(held_before_utc)s,
    off_utc = NULL
WHERE mail_queue_id = 1
  AND off_utc IS NOT NULL;
