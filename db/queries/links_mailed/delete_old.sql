-- Forget when links were mailed to addresses, after an hour without any.
--
-- Gives:   a row count
-- Takes:   now_utc

DELETE FROM links_mailed
WHERE last_utc IS NULL
   OR last_utc <= %(now_utc)s - INTERVAL 1 HOUR;
