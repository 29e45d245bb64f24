-- Task:    Which admins does the rule "one admin must stay" count: users with the role admin who are active? Show user_id and full_name, in the order full_name, user_id.
-- On:      learn
-- Order:   full_name, user_id
-- Hint 1:  role = 'admin'
-- Hint 2:  Only those with is_active. Then ORDER BY.
-- Why:     A rule about several rows needs all of them, locked in one order by everybody. With FOR UPDATE behind it, this is nearly users/lock_admins.

SELECT users.user_id, users.full_name
FROM users
WHERE users.role = 'admin'
  AND users.is_active
ORDER BY users.full_name, users.user_id;
