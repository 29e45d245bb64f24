-- Show when a person is away on one day.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, day

SELECT
    time_off.time_off_id,
    time_off.starts_at,
    time_off.ends_at,
    time_off.reason
FROM time_off
WHERE time_off.staff_id = %(staff_id)s
  AND time_off.ends_at > %(day)s
  AND time_off.starts_at < CAST(%(day)s AS DATE) + INTERVAL 1 DAY
ORDER BY time_off.starts_at, time_off.time_off_id;
