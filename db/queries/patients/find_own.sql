-- Find one of the patients that an account books for.
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id
-- Try:     patient_id = 1, user_id = 11

SELECT
    patients.patient_id,
    patients.relation,
    patients.full_name,
    patients.birth_date,
    patients.phone
FROM patients
WHERE patients.patient_id = %(patient_id)s
  AND patients.user_id = %(user_id)s
  AND patients.forgotten_utc IS NULL;
