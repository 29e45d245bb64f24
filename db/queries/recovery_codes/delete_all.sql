-- Void the recovery codes of an account, before new ones are made.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 10

DELETE FROM recovery_codes
WHERE user_id = %(user_id)s;
