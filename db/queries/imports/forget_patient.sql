-- Forget what imported files said of a patient.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 59

DELETE FROM imported_patients
WHERE patient_id = %(patient_id)s;
