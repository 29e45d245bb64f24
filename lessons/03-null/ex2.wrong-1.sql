-- Those whose birthday is not known are missing: for them the comparison is unknown, and WHERE lets only true through.

SELECT patient_id, full_name
FROM patients
WHERE birth_date >= '2000-01-01';
