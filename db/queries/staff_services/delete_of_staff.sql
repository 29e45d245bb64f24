-- Delete what a member of staff offers, before it is written anew.
--
-- Gives:   a row count
-- Takes:   staff_id

DELETE FROM staff_services
WHERE staff_id = %(staff_id)s;
