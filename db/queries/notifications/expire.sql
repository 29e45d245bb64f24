-- Expire mail that is of no use any more, and forget its one-time links.
--
-- Gives:   a row count
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00
-- Lesson:  CASE in SET changes one column for some of the rows only, so one statement does both.

UPDATE notifications
SET state = CASE WHEN state = 'pending' THEN 'expired' ELSE state END,
    payload = NULL
WHERE expires_utc <= %(now_utc)s
  AND (state = 'pending' OR (state = 'failed' AND payload IS NOT NULL));
