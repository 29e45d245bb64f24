-- Say that what one account has booked was booked by another account of the same person.
--
-- Gives:   a row count
-- Takes:   user_id, from_user_id
-- Try:     user_id = 11, from_user_id = 12

UPDATE appointments
SET booked_by = %(user_id)s
WHERE booked_by = %(from_user_id)s;
