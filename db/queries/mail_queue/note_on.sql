-- Note that there is a mail server now, and hold older mail until an admin decides what becomes of it.
--
-- Gives:   a row count
-- Takes:   held_before_utc
-- Try:     held_before_utc = NULL
-- Lesson:  the count is 0 if there was a mail server before, so nothing is held when the program only starts again.

UPDATE mail_queue
SET held_before_utc = %(held_before_utc)s,
    off_utc = NULL
WHERE mail_queue_id = 1
  AND off_utc IS NOT NULL;
