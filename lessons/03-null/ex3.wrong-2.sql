-- NULL is still there. COALESCE(phone, 'unknown') puts the text in its place.

SELECT
    full_name,
    phone
FROM patients;
