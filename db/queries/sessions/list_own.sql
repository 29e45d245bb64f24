-- Show where an account is signed in.
--
-- Gives:   many rows, latest use first
-- Takes:   user_id, now_utc, limit
-- Try:     user_id = 11, now_utc = 2026-11-30 10:00, limit = 10

SELECT
    sessions.session_id,
    sessions.created_utc,
    sessions.seen_utc,
    sessions.address,
    sessions.device
FROM sessions
WHERE sessions.user_id = %(user_id)s
  AND sessions.expires_utc > %(now_utc)s
  AND NOT sessions.needs_code
ORDER BY sessions.seen_utc DESC, sessions.session_id DESC
LIMIT %(limit)s;
