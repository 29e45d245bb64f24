-- Forget the sign-ins that were tried with an account's e-mail address, unless another account has that address too.
-- Else somebody could wipe out the count of their guesses at that account, by closing one of their own.
--
-- Gives:   a row count
-- Takes:   email, user_id

DELETE FROM sign_in_attempts
WHERE email = %(email)s
  AND NOT EXISTS (SELECT 1 FROM users WHERE users.email = %(email)s AND users.user_id <> %(user_id)s);
