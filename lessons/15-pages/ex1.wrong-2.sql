-- This leaves out three rows only. OFFSET counts rows, not pages.

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
ORDER BY patients.full_name, patients.patient_id
LIMIT 10 OFFSET 3;
