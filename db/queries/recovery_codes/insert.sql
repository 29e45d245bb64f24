-- Add a recovery code to a second factor.
--
-- Gives:   a row count
-- Takes:   user_id, code_hash
-- Try:     user_id = 1, code_hash = 'a new hash'

INSERT INTO recovery_codes (user_id, code_hash)
VALUES (%(user_id)s, %(code_hash)s);
