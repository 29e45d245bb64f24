-- Count the admins who can sign in.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    COUNT(*) AS admins
FROM users
WHERE users.role = 'admin'
  AND users.is_active
  AND users.password_hash IS NOT NULL;
