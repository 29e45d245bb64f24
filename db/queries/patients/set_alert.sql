-- Write what staff must know of a patient before all else.
--
-- Gives:   a row count
-- Takes:   patient_id, alert
-- Try:     patient_id = 1, alert = 'Needs an interpreter.'

UPDATE patients
SET alert = %(alert)s
WHERE patient_id = %(patient_id)s;
