-- The visits at 8:00 sharp are lost. The beginning is in: write >=, not >.

SELECT staff_id, starts_at
FROM appointments
WHERE starts_at >  '2026-11-30 08:00'
  AND starts_at <  '2026-11-30 11:00'
ORDER BY starts_at, staff_id;
