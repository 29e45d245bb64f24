-- Find the account that has proven an e-mail address.
--
-- Gives:   one row, or none
-- Takes:   email
-- Try:     email = 'patient@example.com'

SELECT users.user_id
FROM users
WHERE users.proven_email = %(email)s;
