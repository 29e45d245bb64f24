-- These patients have missed a visit, and may have had others: that one visit is not completed goes without saying. Ask for all visits of the patient with NOT EXISTS.

SELECT DISTINCT patients.patient_id, patients.full_name
FROM patients
JOIN appointments USING (patient_id)
WHERE appointments.status = 'no_show'
  AND appointments.status <> 'completed';
