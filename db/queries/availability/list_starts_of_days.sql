-- Show the times of several days, such as a week, at which a person can be booked for a service.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, service_id, first_day, end_day, now

SELECT DISTINCT
    free_starts.starts_at,
    free_starts.ends_at
FROM free_starts
JOIN settings ON settings.settings_id = 1
WHERE free_starts.staff_id = %(staff_id)s
  AND free_starts.service_id = %(service_id)s
  AND free_starts.day >= %(first_day)s
  AND free_starts.day < %(end_day)s
  AND free_starts.starts_at >= %(now)s + INTERVAL settings.notice_minutes MINUTE
  AND free_starts.day <= DATE(%(now)s) + INTERVAL settings.horizon_days DAY
ORDER BY free_starts.starts_at;
