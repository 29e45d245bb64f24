-- List accounts, narrowed by what an admin looks for.
--
-- Gives:   many rows, by name
-- Takes:   role, state, name_like, email_like, digits_like, limit, offset
-- Lesson:  a filter that is not set is NULL, and its line is then true for every row: one static statement for all
--          combinations. A pattern that begins with % can't use a key; at a clinic's number of accounts it need not.

SELECT
    users.user_id,
    users.full_name,
    users.email,
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
    %(name_like)s IS NULL
    OR users.found_by LIKE %(name_like)s
    OR users.email LIKE %(email_like)s
    OR users.phone_digits LIKE %(digits_like)s
  )
ORDER BY users.full_name, users.user_id
LIMIT %(limit)s OFFSET %(offset)s;
