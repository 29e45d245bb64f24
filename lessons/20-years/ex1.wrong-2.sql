-- These are the hours of all weekdays: Monday is weekday = 0.

SELECT starts_minute, ends_minute
FROM working_hours
WHERE staff_id = 2
  AND fortnight IS NULL
  AND NOT is_extra
  AND valid_from <= '2026-12-07'
  AND COALESCE(valid_until, '9999-12-31') > '2026-12-07';
