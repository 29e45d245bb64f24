-- These are the minutes from beginning to beginning. Take the end of the visit before: LAG(ends_at).

SELECT
    appointments.starts_at,
    TIMESTAMPDIFF(
        MINUTE, LAG(appointments.starts_at) OVER (ORDER BY appointments.starts_at), appointments.starts_at
    ) AS minutes
FROM appointments
WHERE appointments.staff_id = 1
  AND appointments.day = '2026-12-01'
ORDER BY appointments.starts_at;
