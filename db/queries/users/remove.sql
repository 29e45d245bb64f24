-- Close an account for good but keep its name, which stands with past visits: nobody can sign in to it, and its
-- address can be used again.
--
-- Gives:   a row count
-- Takes:   user_id

UPDATE users
SET email = CONCAT('account-', user_id, '@removed.invalid'),
    password_hash = NULL,
    phone = NULL,
    is_active = FALSE
WHERE user_id = %(user_id)s;
