-- Forget from whom a patient was told apart.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 1

DELETE FROM patients_apart
WHERE patient_id = %(patient_id)s
   OR other_id = %(patient_id)s;
