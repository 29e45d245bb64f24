-- Nobody is found. A comparison with NULL is never true: write IS NULL.

SELECT patient_id, full_name
FROM patients
WHERE email = NULL;
