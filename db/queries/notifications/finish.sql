-- Note the outcome of sending a mail, if the lease on it is still ours.
--
-- Gives:   a row count
-- Takes:   notification_id, lease_until_utc, state, uncounted, next_try_utc, last_code, last_answer, sent_utc,
--          recipient, doubted, unanswered
-- Try:     notification_id = 5002, lease_until_utc = 2026-11-30 10:03, state = 'failed', uncounted = 0,
--          next_try_utc = 2026-11-28 11:00, last_code = 250, last_answer = 'OK', sent_utc = 2026-11-28 17:37:09,
--          recipient = 'ana@example.com', doubted = 0, unanswered = 0
-- Lesson:  the lease is the proof. A worker that was away for longer finds another lease there, and changes nothing. A
--          one-time link is kept only as long as it may have to be sent again. A mail that was sent is not doubted any
--          more.

UPDATE notifications
SET payload = CASE WHEN %(state)s IN ('sent', 'expired') THEN NULL ELSE payload END,
    state = %(state)s,
    tries = tries - %(uncounted)s,
    next_try_utc = %(next_try_utc)s,
    lease_until_utc = NULL,
    last_code = %(last_code)s,
    last_answer = %(last_answer)s,
    sent_utc = %(sent_utc)s,
    recipient = %(recipient)s,
    doubt = CASE WHEN %(state)s = 'sent' THEN 0 WHEN %(doubted)s AND doubt = 0 THEN 1 ELSE doubt END,
    unanswered = unanswered + %(unanswered)s
WHERE notification_id = %(notification_id)s
  AND state = 'sending'
  AND lease_until_utc = %(lease_until_utc)s;
