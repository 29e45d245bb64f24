-- Close an account for good, and keep its name for past visits. Nobody can sign in to it, and its e-mail address can be
-- used again.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 11

UPDATE users
SET email = CONCAT('account-', user_id, '@removed.invalid'),
    email_proven_utc = NULL,
    password_hash = NULL,
    phone = NULL,
    is_active = FALSE
WHERE user_id = %(user_id)s;
