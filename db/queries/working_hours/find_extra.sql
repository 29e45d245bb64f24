-- Find extra hours of a member of staff.
--
-- Gives:   one row, or none
-- Takes:   staff_id, working_hours_id
-- Try:     staff_id = 2, working_hours_id = 901

SELECT
    working_hours.working_hours_id,
    working_hours.starts_minute,
    working_hours.ends_minute,
    working_hours.valid_from,
    working_hours.valid_until
FROM working_hours
WHERE working_hours.working_hours_id = %(working_hours_id)s
  AND working_hours.staff_id = %(staff_id)s
  AND working_hours.is_extra;
