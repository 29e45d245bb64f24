-- Show the free times of some days for a service, of one person or (staff_id 0) of everybody, as the desk may book
-- them.
--
-- Gives:   many rows, earliest first within each person
-- Takes:   staff_id, service_id, first_day, end_day, now
-- Try:     staff_id = 1, service_id = 1, first_day = 2026-11-30, end_day = 2026-12-07, now = 2026-11-30 10:00
-- Lesson:  notice and horizon bind patients. The desk passes over the one, and is warned of the other by a column.

SELECT DISTINCT
    free_starts.staff_id,
    users.full_name,
    free_starts.day,
    free_starts.starts_at,
    free_starts.day > DATE(%(now)s) + INTERVAL rules.horizon_days DAY AS is_warned
FROM free_starts
JOIN staff ON staff.staff_id = free_starts.staff_id
JOIN users ON users.user_id = staff.user_id
JOIN rules_of_services AS rules ON rules.service_id = %(service_id)s
WHERE free_starts.service_id = %(service_id)s
  AND free_starts.day >= %(first_day)s
  AND free_starts.day < %(end_day)s
  AND %(staff_id)s IN (0, free_starts.staff_id)
  AND free_starts.starts_at >= %(now)s
ORDER BY users.full_name, free_starts.staff_id, free_starts.starts_at;
