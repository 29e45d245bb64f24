-- Find the latest version of a text that an account agreed to.
--
-- Gives:   one value
-- Takes:   user_id, kind
-- Try:     user_id = 11, kind = 'privacy'

SELECT MAX(agreements.version) AS version
FROM agreements
WHERE agreements.user_id = %(user_id)s
  AND agreements.kind = %(kind)s;
