-- Task:    Show patient_id and full_name of the patients who were born on 1 January 2000 or later, and of those whose birth_date is not known.
-- On:      learn
-- Order:   none
-- Hint 1:  Two conditions, with OR between them.
-- Hint 2:  birth_date >= '2000-01-01' OR birth_date IS NULL
-- Why:     For an unknown birthday >= is unknown, so the second condition has to let it in.

SELECT patient_id, full_name
FROM patients
WHERE birth_date >= '2000-01-01'
   OR birth_date IS NULL;
