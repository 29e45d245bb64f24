-- The two patients of the lab.

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
WHERE patients.patient_id IN (%(first)s, %(second)s)
ORDER BY patients.patient_id;
