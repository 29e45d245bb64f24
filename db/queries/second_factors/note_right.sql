-- Forget the wrong codes of an account, after a right one.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 1

UPDATE second_factors
SET failures = 0,
    failed_utc = NULL
WHERE user_id = %(user_id)s
  AND failures > 0;
