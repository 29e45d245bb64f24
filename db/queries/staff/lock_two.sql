-- Lock two members of staff until the end of the transaction, the lower key first, as everybody does.
--
-- Gives:   many rows, by key
-- Takes:   staff_id, to_staff_id

SELECT staff.staff_id
FROM staff
WHERE staff.staff_id IN (%(staff_id)s, %(to_staff_id)s)
ORDER BY staff.staff_id
FOR UPDATE;
