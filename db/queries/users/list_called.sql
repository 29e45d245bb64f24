-- Show whose name is like a text.
--
-- Gives:   many rows, by key
-- Takes:   name_like, limit

SELECT users.user_id
FROM users
WHERE users.found_by LIKE %(name_like)s
ORDER BY users.user_id
LIMIT %(limit)s;
