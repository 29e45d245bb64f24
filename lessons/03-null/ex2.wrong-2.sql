-- Nobody is found: no birthday is late and unknown at once. Write OR between the two conditions.

SELECT patient_id, full_name
FROM patients
WHERE birth_date >= '2000-01-01'
  AND birth_date IS NULL;
