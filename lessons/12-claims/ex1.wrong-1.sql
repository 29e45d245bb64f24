-- You counted the steps in which the patient is there. The pause after the visit is held, too: COUNT(patient_id) leaves its NULLs out.

SELECT
    appointments.appointment_id,
    COUNT(claims.patient_id) AS claims
FROM appointments
JOIN claims USING (appointment_id)
WHERE appointments.staff_id = 1
  AND appointments.day = '2026-11-30'
GROUP BY appointments.appointment_id;
