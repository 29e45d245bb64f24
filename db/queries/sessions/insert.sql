-- Begin a session of an account that has just signed in, or still needs its code (needs_code).
--
-- Gives:   the new id
-- Takes:   token_hash, user_id, now_utc, idle_minutes, needs_code, address, device
-- Try:     token_hash = 'a new hash', user_id = 11,
--          now_utc = 2026-11-30 10:00, idle_minutes = 720, needs_code = 0, address = '127.0.0.1', device = 'Firefox'
-- Lesson:  only a hash of the cookie is kept, so whoever reads this table can sign in as nobody.

INSERT INTO sessions (token_hash, user_id, created_utc, seen_utc, expires_utc, needs_code, address, device)
VALUES (
    %(token_hash)s,
    %(user_id)s,
    %(now_utc)s,
    %(now_utc)s,
    %(now_utc)s + INTERVAL %(idle_minutes)s MINUTE,
    %(needs_code)s,
    %(address)s,
    %(device)s
);
