-- The patients without a phone are gone. The task asks for all of them, with another text in that column.

SELECT
    full_name,
    COALESCE(phone, 'unknown') AS phone
FROM patients
WHERE phone IS NOT NULL;
