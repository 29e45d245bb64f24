-- Show the open accounts that may be meant by an e-mail address: the one that has proven it, one that only typed it.
--
-- Gives:   many rows, the proven one first; two at most
-- Takes:   email, known_user_id
-- Try:     email = 'patient@example.com', known_user_id = NULL
-- Lesson:  the column's collation is utf8mb4_bin: under unicode_ci, josé@ would open the account of jose@.

SELECT
    users.user_id,
    users.password_hash,
    users.role,
    TRUE AS is_proven
FROM users
WHERE users.proven_email = %(email)s
  AND users.is_active

UNION ALL

-- of those who typed it, the one that this browser has signed in to before, else the newest
(
    SELECT
        users.user_id,
        users.password_hash,
        users.role,
        FALSE AS is_proven
    FROM users
    WHERE users.email = %(email)s
      AND users.email_proven_utc IS NULL
      AND users.is_active
    ORDER BY users.user_id <=> %(known_user_id)s DESC, users.user_id DESC
    LIMIT 1
)
ORDER BY is_proven DESC;
