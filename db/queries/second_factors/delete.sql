-- Remove the second factor of an account. Its recovery codes go with it.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 1

DELETE FROM second_factors
WHERE user_id = %(user_id)s;
