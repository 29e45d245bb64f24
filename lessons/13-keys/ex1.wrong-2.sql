-- BETWEEN takes both ends: you also have the visits of 2 December.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.staff_id = 2
  AND appointments.day BETWEEN '2026-12-01' AND '2026-12-02'
ORDER BY appointments.starts_at;
