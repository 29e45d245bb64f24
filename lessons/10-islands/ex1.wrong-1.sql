-- The numbers run the other way: the window orders by DESC.

SELECT
    appointments.starts_at,
    ROW_NUMBER() OVER (ORDER BY appointments.starts_at DESC) AS number
FROM appointments
WHERE appointments.staff_id = 1
  AND appointments.day = '2026-11-30'
ORDER BY appointments.starts_at;
