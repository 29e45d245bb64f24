-- End every session of an account, or every one but the visitor's own.
--
-- Gives:   a row count
-- Takes:   user_id, kept_session_id
-- Try:     user_id = 11, kept_session_id = 0

DELETE FROM sessions
WHERE user_id = %(user_id)s
  AND session_id <> COALESCE(%(kept_session_id)s, 0);
