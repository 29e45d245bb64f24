-- Divide a person's hours at a day, step 2 of 3: the second rows get the breaks of the first ones.
--
-- Gives:   a row count
-- Takes:   staff_id, day
-- Lesson:  a block is found again by what it is: blocks of one weekday never overlap, so a person's weekday, beginning
--          and first day name one.

INSERT INTO breaks (working_hours_id, starts_minute, ends_minute)
SELECT
    later.working_hours_id,
    breaks.starts_minute,
    breaks.ends_minute
FROM working_hours AS earlier
JOIN breaks ON breaks.working_hours_id = earlier.working_hours_id
JOIN working_hours AS later
    ON later.staff_id = earlier.staff_id
   AND later.weekday = earlier.weekday
   AND later.starts_minute = earlier.starts_minute
   AND later.valid_from = %(day)s
WHERE earlier.staff_id = %(staff_id)s
  AND earlier.valid_from < %(day)s
  AND COALESCE(earlier.valid_until, '9999-12-31') > %(day)s;
