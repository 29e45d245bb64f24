-- Note that there is a mail server now, and hold the mail from before a moment until an admin says what becomes of it.
--
-- Gives:   a row count
-- Takes:   held_before_utc
-- Lesson:  the count is 0 where there was one before, so that nothing is held when the program only starts again.

UPDATE mail_queue
SET held_before_utc = %(held_before_utc)s,
    off_utc = NULL
WHERE mail_queue_id = 1
  AND off_utc IS NOT NULL;
