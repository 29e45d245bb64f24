-- Task:    Which active admins are there (users with the role admin)? Show user_id, in the order in which users/lock_admins locks them: by is_active, full_name, user_id.
-- On:      learn
-- Order:   user_id
-- Hint 1:  role = 'admin'
-- Hint 2:  Only those with is_active.
-- Why:     A rule about several rows needs all of them, always in the same order.

SELECT users.user_id
FROM users
WHERE users.role = 'admin'
  AND users.is_active
ORDER BY users.is_active, users.full_name, users.user_id;
