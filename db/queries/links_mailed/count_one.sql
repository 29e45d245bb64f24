-- Count one more link that is mailed to an address, unless it gets too many: two within a minute, and within an hour
-- three, or four where it is a link for a forgotten password. So nobody can use up the last place with other links.
--
-- The times move on by one column. The order of SET counts: each line must read a column before a line below writes it.
--
-- Gives:   a row count
-- Takes:   email_hash, is_reset, now_utc
-- Try:     email_hash = 'the hash of a second secret.....', is_reset = 0,
--          now_utc = 2026-11-30 10:00

UPDATE links_mailed
SET fourth_utc = third_utc,
    third_utc = second_utc,
    second_utc = last_utc,
    last_utc = %(now_utc)s
WHERE email_hash = %(email_hash)s
  AND (second_utc IS NULL OR second_utc <= %(now_utc)s - INTERVAL 1 MINUTE)
  AND (third_utc IS NULL OR third_utc <= %(now_utc)s - INTERVAL 1 HOUR OR %(is_reset)s)
  AND (fourth_utc IS NULL OR fourth_utc <= %(now_utc)s - INTERVAL 1 HOUR);
