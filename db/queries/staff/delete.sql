-- Delete a member of staff who never had a visit. Hours, breaks and time off go with the record.
--
-- Gives:   a row count
-- Takes:   staff_id
-- Try:     staff_id = 9

DELETE FROM staff
WHERE staff_id = %(staff_id)s;
