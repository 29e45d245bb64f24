-- Delete extra hours of a member of staff. Their breaks go with them.
--
-- Gives:   a row count
-- Takes:   staff_id, working_hours_id
-- Try:     staff_id = 2, working_hours_id = 901

DELETE FROM working_hours
WHERE working_hours_id = %(working_hours_id)s
  AND staff_id = %(staff_id)s
  AND is_extra;
