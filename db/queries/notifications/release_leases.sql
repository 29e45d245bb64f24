-- Let mail wait again that a worker claimed and never finished, because it was killed.
--
-- Gives:   a row count
-- Takes:   now_utc, most_tries
-- Try:     now_utc = 2026-11-30 10:00, most_tries = 10
-- Lesson:  the mail may have gone out before the worker died; then it goes out twice, with the same Message-ID. The
--          other order, marking it sent first, would lose mail instead.

UPDATE notifications
SET state = CASE WHEN tries >= %(most_tries)s THEN 'failed' ELSE 'pending' END,
    next_try_utc = %(now_utc)s,
    lease_until_utc = NULL,
    last_code = NULL,
    last_answer = 'The program stopped while it was sending this.'
WHERE state = 'sending'
  AND lease_until_utc <= %(now_utc)s;
