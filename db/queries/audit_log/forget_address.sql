-- Forget the IP addresses from which an account acted.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 11

UPDATE audit_log
SET address = ''
WHERE user_id = %(user_id)s;
