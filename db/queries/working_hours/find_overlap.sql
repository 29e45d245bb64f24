-- Where first do extra hours of a member of staff overlap their others?
--
-- Gives:   one row, or none
-- Takes:   staff_id, first_day, end_day
-- Try:     staff_id = 1, first_day = 2026-12-01, end_day = 2027-01-01
-- Lesson:  a view joined to itself: both sides know weekdays, fortnights and first and last days, none said here.

SELECT
    extra.day,
    extra.starts_minute AS extra_starts_minute,
    extra.ends_minute AS extra_ends_minute,
    others.starts_minute,
    others.ends_minute
FROM working_hours AS marked
JOIN hours_of_days AS extra ON extra.working_hours_id = marked.working_hours_id
JOIN hours_of_days AS others
    ON others.staff_id = extra.staff_id
   AND others.day = extra.day
   AND others.working_hours_id <> extra.working_hours_id
   AND others.starts_minute < extra.ends_minute
   AND others.ends_minute > extra.starts_minute
WHERE marked.staff_id = %(staff_id)s
  AND marked.is_extra
  AND extra.day >= %(first_day)s
  AND extra.day < %(end_day)s
ORDER BY extra.day, extra.starts_minute, others.starts_minute, others.working_hours_id
LIMIT 1;
