-- Divide a member of staff's hours at a day, step 2 of 3: copy the breaks of the first rows to the second ones.
--
-- Gives:   a row count
-- Takes:   staff_id, day
-- Try:     staff_id = 1, day = 2026-11-30
-- Lesson:  a copy is found by what it is. Blocks of one weekday never overlap, so the member of staff, the weekday, the
--          fortnight, the start and the first day name one block. <=> also finds NULL, which = never does.

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
   AND later.fortnight <=> earlier.fortnight
   AND later.starts_minute = earlier.starts_minute
   AND later.valid_from = %(day)s
   AND NOT later.is_extra
WHERE earlier.staff_id = %(staff_id)s
  AND NOT earlier.is_extra
  AND earlier.valid_from < %(day)s
  AND COALESCE(earlier.valid_until, '9999-12-31') > %(day)s;
