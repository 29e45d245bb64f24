-- Delete what a member of staff offers, before it is written anew.
--
-- Gives:   a row count
-- Takes:   staff_id
-- Try:     staff_id = 1

DELETE FROM staff_services
WHERE staff_id = %(staff_id)s;
