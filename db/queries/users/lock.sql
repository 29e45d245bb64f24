-- Lock an account until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    users.user_id,
    users.email,
    users.email_proven_utc IS NOT NULL AS email_is_proven,
    users.role,
    users.full_name,
    users.phone,
    users.is_active,
    users.password_hash IS NOT NULL AS has_password
FROM users
WHERE users.user_id = %(user_id)s
FOR UPDATE;
