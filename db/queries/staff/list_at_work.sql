-- Show who offers a service and is at work at a time, for a patient who stands at the desk: what keeps each of them
-- busy then, when their next visit begins, and when they could next be booked.
--
-- Gives:   many rows, who can be booked soonest first
-- Takes:   service_id, starts_at
-- Try:     service_id = 1, starts_at = 2026-12-01 09:00

SELECT
    staff.staff_id,
    users.full_name,
    services.minutes,
    services.pause_minutes,
    hours.ends_at AS works_until,
    present.ends_at AS busy_until,
    present.holds_until AS pause_until,
    hours.day + INTERVAL breaks.ends_minute MINUTE AS break_until,
    (
        SELECT MIN(later.starts_at) FROM appointments AS later
        WHERE later.staff_id = staff.staff_id AND later.day = hours.day
          AND later.starts_at > %(starts_at)s AND later.holds_until IS NOT NULL
    ) AS next_visit_at,
    (
        SELECT MIN(free_starts.starts_at) FROM free_starts
        WHERE free_starts.staff_id = staff.staff_id AND free_starts.service_id = services.service_id
          AND free_starts.day = CAST(%(starts_at)s AS DATE) AND free_starts.starts_at >= %(starts_at)s
    ) AS free_at
FROM services
JOIN staff_services ON staff_services.service_id = services.service_id
JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
JOIN users ON users.user_id = staff.user_id AND users.is_active
JOIN hours_of_days AS hours
    ON hours.staff_id = staff.staff_id AND hours.day = CAST(%(starts_at)s AS DATE)
   AND hours.starts_at <= %(starts_at)s AND hours.ends_at > %(starts_at)s
LEFT JOIN time_off
    ON time_off.staff_id = staff.staff_id
   AND time_off.starts_at <= %(starts_at)s AND time_off.ends_at > %(starts_at)s
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND hours.day + INTERVAL breaks.starts_minute MINUTE <= %(starts_at)s
   AND hours.day + INTERVAL breaks.ends_minute MINUTE > %(starts_at)s
LEFT JOIN appointments AS present
    ON present.staff_id = staff.staff_id AND present.day = hours.day
   AND present.starts_at <= %(starts_at)s AND present.holds_until > %(starts_at)s
WHERE services.service_id = %(service_id)s
  AND services.is_active
  AND time_off.time_off_id IS NULL
ORDER BY free_at IS NULL, free_at, users.full_name, staff.staff_id;
