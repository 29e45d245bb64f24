-- Show the patients of an account with all that their records say, to compare them with other records.
--
-- Gives:   many rows, the holder first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    patients.patient_id,
    patients.user_id,
    patients.relation,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email,
    patients.reference
FROM patients
WHERE patients.user_id = %(user_id)s
  AND patients.forgotten_utc IS NULL
ORDER BY patients.relation = 'self' DESC, patients.patient_id;
