-- Find accounts by part of a name, e-mail address or phone number, narrowed by role and state.
--
-- Gives:   many rows, by name
-- Takes:   role, state, name, email, digits, limit, offset
-- Try:     role = 'staff', state = NULL, name = 'okafor', email = 'okafor', digits = 'okafor', limit = 10, offset = 0
-- Lesson:  a filter that is not set is NULL, and its line is then true for every row: one static statement for all
--          combinations. A pattern that begins with % cannot walk a key, and a clinic's few thousand accounts do not
--          need one.

SELECT
    users.user_id,
    users.full_name,
    users.email,
    users.email_proven_utc IS NOT NULL AS email_is_proven,
    users.phone,
    users.role,
    users.signed_in_utc,
    staff.specialization,
    CASE
        WHEN NOT users.is_active THEN 'closed' WHEN users.password_hash IS NULL THEN 'invited' ELSE 'active'
    END AS state
FROM users
LEFT JOIN staff USING (user_id)
WHERE (%(role)s IS NULL OR users.role = %(role)s)
  AND (%(state)s IS NULL OR %(state)s = CASE
        WHEN NOT users.is_active THEN 'closed' WHEN users.password_hash IS NULL THEN 'invited' ELSE 'active'
      END)
  AND (
    %(name)s IS NULL
    OR users.found_by LIKE CONCAT('%', %(name)s, '%')
    OR users.email LIKE CONCAT('%', %(email)s, '%')
    OR users.phone_digits LIKE CONCAT('%', %(digits)s, '%')
  )
ORDER BY users.full_name, users.user_id
LIMIT %(limit)s OFFSET %(offset)s;
