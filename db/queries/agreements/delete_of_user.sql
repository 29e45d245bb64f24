-- Delete what an account agreed to, where the account's name has to stay.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 11

DELETE FROM agreements
WHERE user_id = %(user_id)s;
