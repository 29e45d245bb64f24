-- Count the accounts, to know whether anybody has used this database yet.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    COUNT(*) AS accounts
FROM users;
