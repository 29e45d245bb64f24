-- Task:    It is '2026-11-30 10:00'. Let the mails wait again that a worker took and whose lease is over: set the state to pending and lease_until_utc to NULL.
-- Writes:  notifications
-- Hint 1:  UPDATE notifications SET …, … WHERE …
-- Hint 2:  Two conditions: the state is sending, and the lease ends at 10:00 or before.
-- Why:     A worker that still has time keeps its mail. One whose lease is over has lost it, and notifications/finish would then change nothing for it.

UPDATE notifications
SET state = 'pending',
    lease_until_utc = NULL
WHERE state = 'sending'
  AND lease_until_utc <= '2026-11-30 10:00';
