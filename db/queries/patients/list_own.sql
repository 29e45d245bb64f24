-- Show the patients that an account books for.
--
-- Gives:   many rows, the holder first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    patients.patient_id,
    patients.relation,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.reference,
    patients.is_online,
    patients.alert,
    patients.created_utc
FROM patients
WHERE patients.user_id = %(user_id)s
  AND patients.forgotten_utc IS NULL
ORDER BY patients.relation = 'self' DESC, patients.full_name, patients.patient_id;
