-- Begin a second factor. It is not asked for before its first code was right.
--
-- Gives:   a row count
-- Takes:   user_id, sealed_key, sealed_for, now_utc

INSERT INTO second_factors (user_id, sealed_key, sealed_for, created_utc)
VALUES (%(user_id)s, %(sealed_key)s, %(sealed_for)s, %(now_utc)s);
