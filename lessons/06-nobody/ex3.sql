-- Task:    Which patients have had a visit that they missed (status no_show), and never one that is completed? Show patient_id and full_name. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  One EXISTS and one NOT EXISTS.
-- Hint 2:  Both compare patient_id with the outer patients.patient_id.
-- Why:     The two questions are asked of each patient by itself.

SELECT patients.patient_id, patients.full_name
FROM patients
WHERE EXISTS (
    SELECT 1 FROM appointments
    WHERE appointments.patient_id = patients.patient_id AND appointments.status = 'no_show'
)
  AND NOT EXISTS (
    SELECT 1 FROM appointments
    WHERE appointments.patient_id = patients.patient_id AND appointments.status = 'completed'
);
