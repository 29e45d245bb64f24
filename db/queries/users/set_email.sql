-- Change the address that an account signs in with. A taken one is refused by the key email_is_used_once.
--
-- Gives:   a row count
-- Takes:   user_id, email

UPDATE users
SET email = %(email)s
WHERE user_id = %(user_id)s;
