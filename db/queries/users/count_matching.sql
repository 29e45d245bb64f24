-- Count the accounts that users/list_matching would list.
--
-- Gives:   one value
-- Takes:   role, state, name, email, digits
-- Try:     role = 'patient', state = 'waiting', name = 'ferr', email = 'patient@example.com', digits = '44770090021'

SELECT COUNT(*)
FROM users
WHERE (%(role)s IS NULL OR users.role = %(role)s)
  AND (%(state)s IS NULL OR %(state)s = CASE
        WHEN NOT users.is_active THEN 'closed' WHEN users.password_hash IS NULL THEN 'invited' ELSE 'active'
      END)
  AND (
    %(name)s IS NULL
    OR users.found_by LIKE CONCAT('%', %(name)s, '%')
    OR users.email LIKE CONCAT('%', %(email)s, '%')
    OR users.phone_digits LIKE CONCAT('%', %(digits)s, '%')
  );
