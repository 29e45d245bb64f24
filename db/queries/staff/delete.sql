-- Delete a staff record without visits; hours, breaks and time off go with it.
--
-- Gives:   a row count
-- Takes:   staff_id

DELETE FROM staff
WHERE staff_id = %(staff_id)s;
