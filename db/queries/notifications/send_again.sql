-- Queue a mail again, unless it is of no use any more or its one-time link is gone.
--
-- Gives:   a row count
-- Takes:   notification_id, now_utc
-- Try:     notification_id = 1094, now_utc = 2026-11-30 10:00
-- Lesson:  the order of SET counts: each line sees what the lines above have set. A mail that was sent gets a new
--          Message-ID, or its reader's program would take it for the one it has and show nothing.

UPDATE notifications
SET message_id = CASE WHEN state = 'sent' THEN NULL ELSE message_id END,
    state = 'pending',
    tries = 0,
    doubt = 0,
    unanswered = 0,
    next_try_utc = %(now_utc)s,
    sent_utc = NULL
WHERE notification_id = %(notification_id)s
  AND state IN ('pending', 'sent', 'failed', 'expired', 'cancelled')
  AND (expires_utc IS NULL OR expires_utc > %(now_utc)s)
  AND (payload IS NOT NULL OR kind NOT IN (
    'account_created', 'password_reset', 'address_proof', 'registered_again', 'address_change'
  ));
