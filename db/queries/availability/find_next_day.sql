-- Find the first day, from a day on, on which a person has a free time for a service.
--
-- Gives:   one value
-- Takes:   staff_id, service_id, day, now, role, is_move
-- Try:     staff_id = 1, service_id = 1, day = 2026-11-30, now = 2026-11-30 10:00, role = 'patient', is_move = 0
-- Lesson:  ORDER BY along the calendar's key and LIMIT 1: the server tries one day after the other and stops. Found by
--          its key, the service is read first, so the horizon is a number and ends the walk; otherwise days would be
--          tried to the calendar's end (20 times as slow). Notice and is_online bind patients only; what is booked
--          may be moved though it is not online any more.

SELECT calendar.day
FROM calendar
JOIN rules_of_services AS rules ON rules.service_id = %(service_id)s
WHERE calendar.day >= %(day)s
  AND calendar.day <= DATE(%(now)s) + INTERVAL rules.horizon_days DAY
  AND (
    SELECT 1
    FROM free_starts
    WHERE free_starts.staff_id = %(staff_id)s
      AND free_starts.service_id = %(service_id)s
      AND free_starts.day = calendar.day
      AND (free_starts.is_online OR %(role)s <> 'patient' OR %(is_move)s)
      AND free_starts.starts_at >= %(now)s + INTERVAL IF(%(role)s = 'patient', rules.notice_minutes, 0) MINUTE
    LIMIT 1
  ) = 1
ORDER BY calendar.day
LIMIT 1;
