-- Forget when links were mailed to addresses, after an hour without any.
--
-- Gives:   a row count
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00

DELETE FROM links_mailed
WHERE last_utc IS NULL
   OR last_utc <= %(now_utc)s - INTERVAL 1 HOUR;
