-- You also have the visits at 11:00 sharp. The end is out: write <, not <= or BETWEEN.

SELECT staff_id, starts_at
FROM appointments
WHERE starts_at >= '2026-11-30 08:00'
  AND starts_at <= '2026-11-30 11:00'
ORDER BY starts_at, staff_id;
