-- Lock an account that is about to be signed in to, if it is still open and still has the password that was checked.
-- It says whether a code is needed besides.
--
-- Gives:   one row, or none
-- Takes:   user_id, password_hash
-- Try:     user_id = 11, password_hash = '$2b$12$.....................................................'
-- Lesson:  checking a password takes a quarter of a second, too long for a lock. So it is checked without one, and here
--          once more by its hash. A password changed meanwhile has ended all sessions, and no new one begins.

SELECT
    users.user_id,
    EXISTS (
        SELECT 1 FROM second_factors
        WHERE second_factors.user_id = users.user_id AND second_factors.confirmed_utc IS NOT NULL
    ) AS needs_code
FROM users
WHERE users.user_id = %(user_id)s
  AND users.password_hash = %(password_hash)s
  AND users.is_active
FOR UPDATE;
