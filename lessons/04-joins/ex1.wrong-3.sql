-- You have the visits of all staff on that day. The condition on staff_id is missing.

SELECT
    patients.full_name,
    appointments.starts_at
FROM appointments
JOIN patients USING (patient_id)
WHERE appointments.day = '2026-11-30'
ORDER BY appointments.starts_at;
