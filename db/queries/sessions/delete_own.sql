-- End one of an account's own sessions.
--
-- Gives:   a row count
-- Takes:   session_id, user_id
-- Try:     session_id = 2, user_id = 11
-- Lesson:  whose it must be stands in the WHERE: somebody else's session is one that does not exist.

DELETE FROM sessions
WHERE session_id = %(session_id)s
  AND user_id = %(user_id)s;
