-- Two is not more than two: write > 2, not >= 2.

SELECT
    appointments.patient_id,
    COUNT(*) AS missed
FROM appointments
WHERE appointments.status = 'no_show'
GROUP BY appointments.patient_id
HAVING COUNT(*) >= 2
ORDER BY missed DESC, appointments.patient_id;
