-- Forget from where somebody did what they did.
--
-- Gives:   a row count
-- Takes:   user_id

UPDATE audit_log
SET address = ''
WHERE user_id = %(user_id)s;
