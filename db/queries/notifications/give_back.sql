-- Let the mails wait again that were refused since the server last took one: the trouble was the server's.
--
-- Gives:   a row count
-- Takes:   now_utc, most_tries
-- Try:     now_utc = 2026-11-30 10:00, most_tries = 10

UPDATE notifications
SET next_try_utc = CASE WHEN state = 'failed' THEN %(now_utc)s ELSE next_try_utc END,
    state = 'pending',
    tries = 0
WHERE state IN ('pending', 'failed')
  AND can_wait = 2
  AND doubt = 1
  AND unanswered < %(most_tries)s;
