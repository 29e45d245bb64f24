-- Task:    Show the third page of the patients, ten to a page, by full_name, and of those with the same name by patient_id. Show patient_id and full_name.
-- On:      learn
-- Order:   full_name, patient_id
-- Hint 1:  LIMIT says how many rows, OFFSET how many to leave out.
-- Hint 2:  Before the third page stand two pages of ten.
-- Why:     The order ends with the primary key, so that two patients of one name stand in the same order on every page.

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
ORDER BY patients.full_name, patients.patient_id
LIMIT 10 OFFSET 20;
