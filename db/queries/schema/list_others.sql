-- List the accounts whose other connections use this database, as far as the right PROCESS lets this account see them.
--
-- Gives:   many rows, by account
-- Takes:   nothing
-- Try:     nothing

SELECT
    processlist.user AS account,
    COUNT(*) AS connections
FROM information_schema.processlist
WHERE processlist.db = DATABASE()
  AND processlist.id <> CONNECTION_ID()
GROUP BY processlist.user
ORDER BY account;
