-- Find an account by the e-mail address that it signs in with.
--
-- Gives:   one row, or none
-- Takes:   email
-- Lesson:  the column's collation is utf8mb4_bin: under unicode_ci, josé@ would open the account of jose@.

SELECT
    users.user_id,
    users.password_hash,
    users.role
FROM users
WHERE users.email = %(email)s;
