-- Let an account book for a patient, as a relative of its holder.
--
-- Gives:   a row count
-- Takes:   patient_id, user_id, relation
-- Try:     patient_id = 1, user_id = 11, relation = 'child'

UPDATE patients
SET user_id = %(user_id)s,
    relation = %(relation)s,
    email = NULL
WHERE patient_id = %(patient_id)s
  AND forgotten_utc IS NULL;
