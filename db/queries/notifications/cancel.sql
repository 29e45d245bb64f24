-- Take back a mail that waits, or put aside one that was given up.
--
-- Gives:   a row count
-- Takes:   notification_id

UPDATE notifications
SET state = 'cancelled',
    payload = NULL
WHERE notification_id = %(notification_id)s
  AND state IN ('pending', 'failed');
