-- Change the e-mail address of an account. The key email_is_used_once refuses one that another account has proven.
--
-- Gives:   a row count
-- Takes:   user_id, email, email_is_proven, now_utc
-- Try:     user_id = 11, email = 'patient@example.com', email_is_proven = 1, now_utc = 2026-11-30 10:00

UPDATE users
SET email = %(email)s,
    email_proven_utc = CASE WHEN %(email_is_proven)s THEN %(now_utc)s END
WHERE user_id = %(user_id)s;
