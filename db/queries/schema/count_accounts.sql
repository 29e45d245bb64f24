-- Count the accounts, to be sure that nobody has used this database yet.
--
-- Gives:   one value
-- Takes:   nothing

SELECT
    COUNT(*) AS accounts
FROM users;
