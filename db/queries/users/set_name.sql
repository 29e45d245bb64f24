-- Change the name of an account.
--
-- Gives:   a row count
-- Takes:   user_id, full_name
-- Try:     user_id = 2, full_name = 'Ana Lúcia Ferreira'
-- Lesson:  only what the form shows is written. An UPDATE that writes back a phone number it has read before undoes
--          what another page changed in between: a lost update. No lock is needed to avoid it.

UPDATE users
SET full_name = %(full_name)s
WHERE user_id = %(user_id)s;
