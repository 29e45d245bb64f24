-- Take back a mail that waits, or put aside one that was given up.
--
-- Gives:   a row count
-- Takes:   notification_id
-- Lesson:  the state is in the WHERE: a mail that a worker has just taken matches no more, and the count says so.

UPDATE notifications
SET state = 'cancelled',
    payload = NULL
WHERE notification_id = %(notification_id)s
  AND state IN ('pending', 'failed');
