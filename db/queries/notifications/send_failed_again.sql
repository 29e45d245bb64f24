-- Queue all mail again that was given up and may still be of use.
--
-- Gives:   a row count
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00

UPDATE notifications
SET state = 'pending',
    tries = 0,
    doubt = 0,
    unanswered = 0,
    next_try_utc = %(now_utc)s
WHERE state = 'failed'
  AND (expires_utc IS NULL OR expires_utc > %(now_utc)s)
  AND (payload IS NOT NULL OR kind NOT IN (
    'account_created', 'password_reset', 'address_proof', 'registered_again', 'address_change'
  ));
