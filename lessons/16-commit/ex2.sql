-- Task:    The form for patient 1 was opened when the phone was +44 7700 900211. Save the new phone 020 7946 0500, but only if the phone is still the one that the form showed.
-- Writes:  patients
-- Hint 1:  UPDATE patients SET phone = … WHERE …
-- Hint 2:  Say both in WHERE: which patient, and which phone they still have.
-- Why:     If somebody has changed the phone meanwhile, no row fits, nothing is undone, and the count 0 tells the program.

UPDATE patients
SET phone = '020 7946 0500'
WHERE patient_id = 1
  AND phone = '+44 7700 900211';
