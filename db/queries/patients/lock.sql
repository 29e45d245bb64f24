-- Lock a patient until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   patient_id
-- Try:     patient_id = 1

SELECT
    patients.patient_id,
    patients.user_id
FROM patients
WHERE patients.patient_id = %(patient_id)s
  AND patients.forgotten_utc IS NULL
FOR UPDATE;
