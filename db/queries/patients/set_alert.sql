-- Write what staff must know of a patient before all else.
--
-- Gives:   a row count
-- Takes:   patient_id, alert

UPDATE patients
SET alert = %(alert)s
WHERE patient_id = %(patient_id)s;
