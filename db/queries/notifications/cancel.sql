-- Cancel a mail that is waiting, or one that was given up.
--
-- Gives:   a row count
-- Takes:   notification_id
-- Try:     notification_id = 5006
-- Lesson:  the state is in the WHERE. A mail that a worker has just claimed does not match any more, and the count says
--          so.

UPDATE notifications
SET state = 'cancelled',
    payload = NULL
WHERE notification_id = %(notification_id)s
  AND state IN ('pending', 'failed');
