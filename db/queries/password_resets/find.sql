-- Find the account whose password a one-time link may set.
--
-- Gives:   one row, or none
-- Takes:   token_hash, now_utc
-- Try:     token_hash = 'the hash of a first secret......', now_utc = 2026-11-30 10:00

SELECT
    users.user_id,
    users.email,
    users.full_name,
    password_resets.purpose
FROM password_resets
JOIN users USING (user_id)
WHERE password_resets.token_hash = %(token_hash)s
  AND password_resets.expires_utc > %(now_utc)s
  AND users.is_active;
