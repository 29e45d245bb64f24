-- Find accounts by part of a name.
--
-- Gives:   many rows, by key
-- Takes:   name, limit
-- Try:     name = 'okafor', limit = 10

SELECT users.user_id
FROM users
WHERE users.found_by LIKE CONCAT('%', %(name)s, '%')
ORDER BY users.user_id
LIMIT %(limit)s;
