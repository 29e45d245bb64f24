-- Lock a member of staff until the end of the transaction: whoever books with them or changes their hours waits.
--
-- Gives:   one row, or none
-- Takes:   staff_id
-- Try:     staff_id = 1

SELECT
    staff.staff_id,
    staff.user_id
FROM staff
WHERE staff.staff_id = %(staff_id)s
FOR UPDATE;
