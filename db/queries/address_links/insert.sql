-- Add a one-time link about an e-mail address.
--
-- Gives:   the new id
-- Takes:   token_hash, user_id, purpose, email, now_utc, expires_utc

INSERT INTO address_links (token_hash, user_id, purpose, email, created_utc, expires_utc)
VALUES (%(token_hash)s, %(user_id)s, %(purpose)s, %(email)s, %(now_utc)s, %(expires_utc)s);
