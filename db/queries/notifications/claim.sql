-- Claim a mail for sending, unless another worker was quicker.
--
-- Gives:   a row count
-- Takes:   notification_id, now_utc, lease_until_utc, message_id
-- Try:     notification_id = 5006, now_utc = 2026-11-30 10:00, lease_until_utc = 2026-11-30 10:05,
--          message_id = '<1@clinic>'
-- Lesson:  the condition is checked and the row changed in one statement, so of two workers one gets the count 1 and
--          the other 0. No lock is held while the mail is sent: the lease says for how long it is ours.

UPDATE notifications
SET state = 'sending',
    tries = tries + 1,
    lease_until_utc = %(lease_until_utc)s,
    message_id = COALESCE(message_id, %(message_id)s)
WHERE notification_id = %(notification_id)s
  AND state = 'pending'
  AND next_try_utc <= %(now_utc)s;
