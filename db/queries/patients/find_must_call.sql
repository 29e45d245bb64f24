-- Find out whether one of an account's patients has to call to book; where none of them is named, its holder.
--
-- Gives:   one value
-- Takes:   user_id, patient_id
-- Try:     user_id = 27, patient_id = 1

SELECT NOT patients.is_online AS must_call
FROM patients
WHERE patients.user_id = %(user_id)s
  AND patients.forgotten_utc IS NULL
ORDER BY patients.patient_id = %(patient_id)s DESC, patients.relation = 'self' DESC, patients.patient_id
LIMIT 1;
