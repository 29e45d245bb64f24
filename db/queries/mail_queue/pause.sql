-- Pause all sending, for a reason that is about us or the mail server and not about one mail.
--
-- Gives:   a row count
-- Takes:   paused_until_utc, pause_reason, now_utc
-- Try:     paused_until_utc = 2026-11-30 11:00, pause_reason = 'the password is wrong', now_utc = 2026-11-30 10:15
-- Lesson:  if several workers meet the same trouble at once, one of them pauses the queue, and it counts as one pause.

UPDATE mail_queue
SET paused_until_utc = %(paused_until_utc)s,
    pause_reason = %(pause_reason)s,
    pauses = pauses + 1
WHERE mail_queue_id = 1
  AND (paused_until_utc IS NULL OR paused_until_utc <= %(now_utc)s);
