-- Each visit comes with every patient: the join has no condition. Say which patient belongs to which visit.

SELECT
    patients.full_name,
    appointments.starts_at
FROM appointments
CROSS JOIN patients
WHERE appointments.staff_id = 4
  AND appointments.day = '2026-11-30'
ORDER BY appointments.starts_at;
