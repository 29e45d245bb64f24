-- The birthday is still there. A birthday and a postcode are often enough to find somebody.

UPDATE patients
SET full_name = 'Forgotten patient',
    phone = NULL,
    email = NULL
WHERE patient_id = 17;
