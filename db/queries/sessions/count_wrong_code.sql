-- Count a wrong code that was typed for a session.
--
-- Gives:   a row count
-- Takes:   session_id
-- Try:     session_id = 3

UPDATE sessions
SET wrong_codes = wrong_codes + 1
WHERE session_id = %(session_id)s;
