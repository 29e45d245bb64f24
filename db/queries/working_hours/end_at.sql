-- Divide a member of staff's hours at a day, step 3 of 3: end the first rows on that day.
--
-- Gives:   a row count
-- Takes:   staff_id, day
-- Try:     staff_id = 1, day = 2026-11-30
-- Lesson:  the order of the steps counts: rows are copied while they still hold across the day, and this ends them.

UPDATE working_hours
SET valid_until = %(day)s
WHERE staff_id = %(staff_id)s
  AND NOT is_extra
  AND valid_from < %(day)s
  AND COALESCE(valid_until, '9999-12-31') > %(day)s;
