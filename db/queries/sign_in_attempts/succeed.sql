-- Note that an attempt had the right password.
--
-- Gives:   a row count
-- Takes:   attempt_id
-- Try:     attempt_id = 4

UPDATE sign_in_attempts
SET succeeded = TRUE
WHERE attempt_id = %(attempt_id)s;
