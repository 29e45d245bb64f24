-- Task:    Which patients have no e-mail address of their own (the column email)? Show patient_id and full_name. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  "Not known" is NULL.
-- Hint 2:  WHERE email IS …
-- Why:     IS NULL is true or false, never unknown.

SELECT patient_id, full_name
FROM patients
WHERE email IS NULL;
