-- Use up a recovery code.
--
-- Gives:   a row count
-- Takes:   user_id, code_hash, now_utc
-- Try:     user_id = 10, code_hash = 'the hash of a first secret......',
--          now_utc = 2026-11-30 10:00

UPDATE recovery_codes
SET used_utc = %(now_utc)s
WHERE user_id = %(user_id)s
  AND code_hash = %(code_hash)s
  AND used_utc IS NULL;
