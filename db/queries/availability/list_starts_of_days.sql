-- Show the days of a week: why the clinic is closed, and the times at which patients can book a person.
--
-- Gives:   many rows, earliest first; each day has a row without a time, before those of its times
-- Takes:   staff_id, service_id, first_day, end_day, now
-- Try:     staff_id = 1, service_id = 1, first_day = 2026-11-30, end_day = 2026-12-07, now = 2026-11-30 10:00
-- Lesson:  UNION ALL of two questions in one round trip. Planning a statement over the view free_starts costs half of
--          its time. So one for the whole week mostly beats two: which days are open, and the times of one.

SELECT
    calendar.day,
    closures.reason AS closed,
    calendar.day > DATE(%(now)s) + INTERVAL rules.horizon_days DAY AS is_too_far,
    NULL AS starts_at
FROM calendar
JOIN rules_of_services AS rules ON rules.service_id = %(service_id)s
LEFT JOIN closures ON closures.day = calendar.day
WHERE calendar.day >= %(first_day)s
  AND calendar.day < %(end_day)s
UNION ALL
SELECT DISTINCT
    free_starts.day,
    NULL,
    FALSE,
    free_starts.starts_at
FROM free_starts
JOIN rules_of_services AS rules ON rules.service_id = %(service_id)s
WHERE free_starts.staff_id = %(staff_id)s
  AND free_starts.service_id = %(service_id)s
  AND free_starts.day >= %(first_day)s
  AND free_starts.day < %(end_day)s
  AND free_starts.is_online
  AND free_starts.day <= DATE(%(now)s) + INTERVAL rules.horizon_days DAY
  AND free_starts.starts_at >= %(now)s + INTERVAL rules.notice_minutes MINUTE
ORDER BY day, starts_at;
