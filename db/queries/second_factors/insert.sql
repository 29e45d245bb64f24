-- Begin a second factor. It is not asked for before its first code was right.
--
-- Gives:   a row count
-- Takes:   user_id, sealed_key, sealed_for, now_utc
-- Try:     user_id = 11,
--          sealed_key = 'a new hash',
--          sealed_for = 'x', now_utc = 2026-11-30 10:00

INSERT INTO second_factors (user_id, sealed_key, sealed_for, created_utc)
VALUES (%(user_id)s, %(sealed_key)s, %(sealed_for)s, %(now_utc)s);
