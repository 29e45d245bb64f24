-- Patients who have never missed a visit are in it, too: the first question is missing.

SELECT patients.patient_id, patients.full_name
FROM patients
WHERE NOT EXISTS (
    SELECT 1 FROM appointments
    WHERE appointments.patient_id = patients.patient_id AND appointments.status = 'completed'
);
