-- Show the days of a stretch, such as a month, on which a person has a free time for a service.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, service_id, first_day, end_day, now
-- Lesson:  LIMIT 1 lets the server stop at a day's first free time, and keeps it from turning the subquery into a
--          join that would work out every free time of the month.

SELECT calendar.day
FROM calendar
JOIN settings
WHERE calendar.day >= %(first_day)s
  AND calendar.day < %(end_day)s
  AND calendar.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
  AND (
    SELECT 1
    FROM free_starts
    WHERE free_starts.staff_id = %(staff_id)s
      AND free_starts.service_id = %(service_id)s
      AND free_starts.day = calendar.day
      AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
    LIMIT 1
  ) = 1
ORDER BY calendar.day;
