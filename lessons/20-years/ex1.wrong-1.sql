-- Hours without an end are missing: a comparison with NULL is never true. Use COALESCE, or OR valid_until IS NULL.

SELECT starts_minute, ends_minute
FROM working_hours
WHERE staff_id = 2
  AND weekday = 0
  AND fortnight IS NULL
  AND NOT is_extra
  AND valid_from <= '2026-12-07'
  AND valid_until > '2026-12-07';
