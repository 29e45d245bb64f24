-- Find the open account that a forgotten password is about: the one that has proven the address, else the newest.
--
-- Gives:   one row, or none
-- Takes:   email
-- Try:     email = 'patient@example.com'

SELECT users.user_id
FROM users
WHERE users.email = %(email)s
  AND users.is_active
ORDER BY users.email_proven_utc IS NULL, users.user_id DESC
LIMIT 1;
