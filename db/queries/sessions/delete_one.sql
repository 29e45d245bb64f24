-- End one session: its cookie opens nothing any more.
--
-- Gives:   a row count
-- Takes:   session_id
-- Try:     session_id = 3

DELETE FROM sessions
WHERE session_id = %(session_id)s;
