-- Lock the staff record of an account until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   user_id
-- Try:     user_id = 2

SELECT
    staff.staff_id,
    staff.is_bookable
FROM staff
WHERE staff.user_id = %(user_id)s
FOR UPDATE;
