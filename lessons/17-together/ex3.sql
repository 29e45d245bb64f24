-- Task:    Which active admins are there (users with the role admin)? Show full_name and user_id, in the order in which users/lock_admins locks them: by full_name, then user_id.
-- On:      learn
-- Order:   full_name, user_id
-- Hint 1:  role = 'admin'
-- Hint 2:  Only those with is_active.
-- Why:     A rule about several rows needs all of them, always in the same order.

SELECT users.full_name, users.user_id
FROM users
WHERE users.role = 'admin'
  AND users.is_active
ORDER BY users.full_name, users.user_id;
