-- Say that what one account has done to visits was done by another account of the same person.
--
-- Gives:   a row count
-- Takes:   user_id, from_user_id
-- Try:     user_id = 11, from_user_id = 12

UPDATE appointment_history
SET user_id = %(user_id)s
WHERE user_id = %(from_user_id)s;
