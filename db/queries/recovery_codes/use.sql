-- Use up a recovery code.
--
-- Gives:   a row count
-- Takes:   user_id, code_hash, now_utc

UPDATE recovery_codes
SET used_utc = %(now_utc)s
WHERE user_id = %(user_id)s
  AND code_hash = %(code_hash)s
  AND used_utc IS NULL;
