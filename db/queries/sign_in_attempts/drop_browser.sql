-- Note that an attempt was right for another account than the one that its browser is known for.
--
-- Gives:   a row count
-- Takes:   attempt_id
-- Try:     attempt_id = 1

UPDATE sign_in_attempts
SET browser = NULL
WHERE attempt_id = %(attempt_id)s;
