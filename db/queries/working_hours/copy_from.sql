-- Divide a member of staff's hours at a day, step 1 of 3: copy the rows that hold across that day, to begin on it.
--
-- Gives:   a row count
-- Takes:   staff_id, day
-- Try:     staff_id = 1, day = 2026-11-30
-- Lesson:  set-based: one statement for all blocks of the week, however many there are.

INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until, fortnight)
SELECT
    working_hours.staff_id,
    working_hours.weekday,
    working_hours.starts_minute,
    working_hours.ends_minute,
    CAST(%(day)s AS DATE),
    working_hours.valid_until,
    working_hours.fortnight
FROM working_hours
WHERE working_hours.staff_id = %(staff_id)s
  AND NOT working_hours.is_extra
  AND working_hours.valid_from < %(day)s
  AND COALESCE(working_hours.valid_until, '9999-12-31') > %(day)s;
