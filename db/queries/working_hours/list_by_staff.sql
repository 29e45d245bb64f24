-- Show the working hours of a member of staff that hold on a day or later, block by block.
--
-- Gives:   many rows, earliest weekday and block first
-- Takes:   staff_id, day
-- Try:     staff_id = 1, day = 2026-11-30
-- Lesson:  hours hold from one day until another, without it. The end of one row is the start of the next, with no gap
--          and no overlap. NULL means no end, and COALESCE puts a day there that never comes.

SELECT
    working_hours.working_hours_id,
    working_hours.weekday,
    working_hours.starts_minute,
    working_hours.ends_minute,
    working_hours.valid_from,
    working_hours.valid_until,
    working_hours.fortnight,
    working_hours.is_extra
FROM working_hours
WHERE working_hours.staff_id = %(staff_id)s
  AND COALESCE(working_hours.valid_until, '9999-12-31') > %(day)s
ORDER BY working_hours.weekday, working_hours.starts_minute, working_hours.valid_from, working_hours.working_hours_id;
