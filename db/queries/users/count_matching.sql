-- Count the accounts that an admin's search finds: the same conditions as users/list_matching.
--
-- Gives:   one value
-- Takes:   role, state, name_like, email_like, digits_like

SELECT COUNT(*)
FROM users
WHERE (%(role)s IS NULL OR users.role = %(role)s)
  AND (%(state)s IS NULL OR %(state)s = CASE
        WHEN NOT users.is_active THEN 'closed' WHEN users.password_hash IS NULL THEN 'invited' ELSE 'active'
      END)
  AND (
    %(name_like)s IS NULL
    OR users.found_by LIKE %(name_like)s
    OR users.email LIKE %(email_like)s
    OR users.phone_digits LIKE %(digits_like)s
  );
