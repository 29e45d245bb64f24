-- Nobody is found. The zero at the beginning belongs to the number: it is text, not a sum of money.

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
WHERE patients.phone_digits = '2079460348';
