-- Show the breaks in a member of staff's working hours that hold on a day or later.
--
-- Gives:   many rows, earliest in each block first
-- Takes:   staff_id, day
-- Try:     staff_id = 1, day = 2026-11-30

SELECT
    breaks.working_hours_id,
    breaks.starts_minute,
    breaks.ends_minute
FROM working_hours
JOIN breaks USING (working_hours_id)
WHERE working_hours.staff_id = %(staff_id)s
  AND COALESCE(working_hours.valid_until, '9999-12-31') > %(day)s
ORDER BY breaks.working_hours_id, breaks.starts_minute, breaks.break_id;
