-- This is the fourth page: OFFSET 30 leaves out three pages of ten.

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
ORDER BY patients.full_name, patients.patient_id
LIMIT 10 OFFSET 30;
