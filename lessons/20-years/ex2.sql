-- Task:    The patient 17 wants to be forgotten. Empty full_name (write Forgotten patient), birth_date, phone and email (NULL), and keep the row.
-- Writes:  patients
-- Hint 1:  UPDATE, not DELETE.
-- Hint 2:  SET full_name = 'Forgotten patient', birth_date = NULL, …
-- Why:     Visits refer to the row, so it stays, and last year's counts stay true. (The file patients/forget empties more.)

UPDATE patients
SET full_name = 'Forgotten patient',
    birth_date = NULL,
    phone = NULL,
    email = NULL
WHERE patient_id = 17;
