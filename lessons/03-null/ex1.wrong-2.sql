-- These are the patients who do have an address: NOT is too much.

SELECT patient_id, full_name
FROM patients
WHERE email IS NOT NULL;
