-- Lock two members of staff until the end of the transaction, the lower key first.
--
-- Gives:   many rows, by key
-- Takes:   staff_id, to_staff_id
-- Try:     staff_id = 1, to_staff_id = 2
-- Lesson:  IN on the primary key is read in the order of that key, whichever of the two was named first, and rows are
--          locked as they are read. If two hand over to each other, one waits, and neither waits in a circle.

SELECT staff.staff_id
FROM staff
WHERE staff.staff_id IN (%(staff_id)s, %(to_staff_id)s)
ORDER BY staff.staff_id
FOR UPDATE;
