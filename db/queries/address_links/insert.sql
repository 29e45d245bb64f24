-- Add a one-time link about an e-mail address.
--
-- Gives:   the new id
-- Takes:   token_hash, user_id, purpose, email, now_utc, expires_utc
-- Try:     token_hash = 'a new hash', user_id = 11,
--          purpose = 'prove', email = 'patient@example.com', now_utc = 2026-11-30 10:00, expires_utc = 2026-12-07 10:00

INSERT INTO address_links (token_hash, user_id, purpose, email, created_utc, expires_utc)
VALUES (%(token_hash)s, %(user_id)s, %(purpose)s, %(email)s, %(now_utc)s, %(expires_utc)s);
