-- Use up a one-time link.
--
-- Gives:   a row count
-- Takes:   token_hash, now_utc
-- Try:     token_hash = 'the hash of a first secret......', now_utc = 2026-11-30 10:00
-- Lesson:  deleting is the check. If two send the same link at once, one gets the count 1 and the other 0.

DELETE FROM password_resets
WHERE token_hash = %(token_hash)s
  AND expires_utc > %(now_utc)s;
