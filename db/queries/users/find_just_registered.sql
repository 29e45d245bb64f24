-- Find the account that this browser has registered a moment ago, or is signed in to, with the same e-mail address.
--
-- Gives:   one row, or none
-- Takes:   email, since_utc, address, device, user_id
-- Try:     email = 'patient@example.com', since_utc = 2026-11-01 00:00, address = '127.0.0.1', device = 'Firefox',
--          user_id = 11

SELECT
    users.user_id,
    users.password_hash
FROM users
WHERE users.email = %(email)s
  AND users.role = 'patient'
  AND users.is_active
  AND (
    users.user_id = %(user_id)s
    OR (
      users.email_proven_utc IS NULL
      AND users.created_utc >= %(since_utc)s
      AND EXISTS (
        SELECT 1 FROM sessions
        WHERE sessions.user_id = users.user_id AND sessions.address = %(address)s AND sessions.device = %(device)s
      )
    )
  )
ORDER BY users.user_id DESC
LIMIT 1;
