-- End extra hours of a member of staff on a day: the days before it stay as they were.
--
-- Gives:   a row count
-- Takes:   staff_id, working_hours_id, day
-- Try:     staff_id = 2, working_hours_id = 901, day = 2026-12-25

UPDATE working_hours
SET valid_until = %(day)s
WHERE working_hours_id = %(working_hours_id)s
  AND staff_id = %(staff_id)s
  AND is_extra;
