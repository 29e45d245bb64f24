-- Use up a one-time link about an e-mail address. Of two who send it at once, one gets the count 1 and the other 0.
--
-- Gives:   a row count
-- Takes:   token_hash, now_utc
-- Try:     token_hash = 'the hash of a first secret......', now_utc = 2026-11-30 10:00

DELETE FROM address_links
WHERE token_hash = %(token_hash)s
  AND expires_utc > %(now_utc)s;
