-- Which patients have no visit at all?

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
WHERE NOT EXISTS (
    SELECT 1 FROM appointments
    WHERE appointments.patient_id = patients.patient_id
)
ORDER BY patients.full_name, patients.patient_id;
