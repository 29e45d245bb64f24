-- You counted all visits of these patients, also those that they kept. The condition on the status is missing.

SELECT
    appointments.patient_id,
    COUNT(*) AS missed
FROM appointments
GROUP BY appointments.patient_id
HAVING COUNT(*) > 2
ORDER BY missed DESC, appointments.patient_id;
