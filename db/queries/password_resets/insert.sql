-- Add a one-time link: for a forgotten password, or as an invitation to set the first one.
--
-- Gives:   the new id
-- Takes:   token_hash, user_id, purpose, now_utc, valid_minutes
-- Try:     token_hash = 'a new hash', user_id = 11,
--          purpose = 'reset', now_utc = 2026-11-30 10:00, valid_minutes = 60

INSERT INTO password_resets (token_hash, user_id, purpose, created_utc, expires_utc)
VALUES (
    %(token_hash)s,
    %(user_id)s,
    %(purpose)s,
    %(now_utc)s,
    %(now_utc)s + INTERVAL %(valid_minutes)s MINUTE
);
