-- These are all accounts that are active, whatever their role.

SELECT users.user_id, users.full_name
FROM users
WHERE users.is_active
ORDER BY users.full_name, users.user_id;
