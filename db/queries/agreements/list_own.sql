-- Show what an account agreed to, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    agreements.at_utc AS agreed_utc,
    agreements.kind,
    agreements.version
FROM agreements
WHERE agreements.user_id = %(user_id)s
ORDER BY agreements.at_utc, agreements.kind, agreements.version;
