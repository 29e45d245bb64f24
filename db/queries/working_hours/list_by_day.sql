-- Show the blocks in which a person works on one day.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, day

SELECT
    working_hours.working_hours_id,
    working_hours.starts_minute,
    working_hours.ends_minute
FROM working_hours
WHERE working_hours.staff_id = %(staff_id)s
  AND working_hours.weekday = WEEKDAY(%(day)s)
  AND working_hours.valid_from <= %(day)s
  AND COALESCE(working_hours.valid_until, '9999-12-31') > %(day)s
ORDER BY working_hours.starts_minute, working_hours.working_hours_id;
