-- When can somebody book tomorrow? (a view with all the rules of the clinic)

SELECT DISTINCT
    staff_id,
    starts_at,
    ends_at
FROM free_starts
WHERE day = '2026-12-01'
  AND service_id = 1
ORDER BY starts_at, staff_id;
