-- These are all accounts that are active, whatever their role.

SELECT users.full_name, users.user_id
FROM users
WHERE users.is_active
ORDER BY users.full_name, users.user_id;
