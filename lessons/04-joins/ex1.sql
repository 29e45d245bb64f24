-- Task:    Show full_name of the patient and starts_at for each visit of the member of staff 4 on 30 November 2026, earliest first.
-- On:      learn
-- Order:   starts_at
-- Hint 1:  Join patients to appointments.
-- Hint 2:  JOIN patients USING (patient_id)
-- Why:     The foreign key patient_id leads from the visit to its patient.

SELECT
    patients.full_name,
    appointments.starts_at
FROM appointments
JOIN patients USING (patient_id)
WHERE appointments.staff_id = 4
  AND appointments.day = '2026-11-30'
ORDER BY appointments.starts_at;
