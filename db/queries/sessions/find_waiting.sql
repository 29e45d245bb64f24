-- Find a session whose password was right and whose code is still to come.
--
-- Gives:   one row, or none
-- Takes:   token_hash, now_utc
-- Try:     token_hash = 'the hash of a third secret......', now_utc = 2026-11-30 10:00

SELECT
    sessions.session_id,
    sessions.wrong_codes,
    users.user_id,
    users.role,
    users.email
FROM sessions
JOIN users USING (user_id)
WHERE sessions.token_hash = %(token_hash)s
  AND sessions.expires_utc > %(now_utc)s
  AND sessions.needs_code
  AND users.is_active;
