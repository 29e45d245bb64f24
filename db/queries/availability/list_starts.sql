-- Show the times of a day at which a person can be booked for a service.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, service_id, day, now, role
-- Try:     staff_id = 1, service_id = 1, day = 2026-11-30, now = 2026-11-30 10:00, role = 'patient'
-- Lesson:  the rules stand once, in the view free_starts; the server merges it into this statement, so the
--          conditions here reach the keys of the tables behind it. Notice and is_online bind patients only.

SELECT DISTINCT
    free_starts.starts_at,
    free_starts.ends_at
FROM free_starts
JOIN rules_of_services AS rules ON rules.service_id = %(service_id)s
WHERE free_starts.staff_id = %(staff_id)s
  AND free_starts.service_id = %(service_id)s
  AND free_starts.day = %(day)s
  AND (free_starts.is_online OR %(role)s <> 'patient')
  AND free_starts.starts_at >= %(now)s + INTERVAL IF(%(role)s = 'patient', rules.notice_minutes, 0) MINUTE
  AND free_starts.day <= DATE(%(now)s) + INTERVAL rules.horizon_days DAY
ORDER BY free_starts.starts_at;
