-- Delete an attempt that came too early. It was not judged, so it must not lengthen the wait.
--
-- Gives:   a row count
-- Takes:   attempt_id
-- Try:     attempt_id = 5

DELETE FROM sign_in_attempts
WHERE attempt_id = %(attempt_id)s;
