-- Count the accounts that an admin's search finds: the same conditions as users/list_matching.
--
-- Gives:   one value
-- Takes:   role, state, text_like, digits_like

SELECT COUNT(*)
FROM users
WHERE (%(role)s IS NULL OR users.role = %(role)s)
  AND (%(state)s IS NULL OR %(state)s = CASE
        WHEN NOT users.is_active THEN 'closed' WHEN users.password_hash IS NULL THEN 'invited' ELSE 'active'
      END)
  AND (
    %(text_like)s IS NULL
    OR users.full_name LIKE %(text_like)s
    OR users.email LIKE LOWER(%(text_like)s)
    OR (%(digits_like)s IS NOT NULL AND REGEXP_REPLACE(users.phone, '[^0-9]', '') LIKE %(digits_like)s)
  );
