-- List patients' accounts from before a moment whose address was never proven and who booked nothing.
--
-- Gives:   many rows, by key
-- Takes:   before_utc, after_id, limit

SELECT users.user_id
FROM users
WHERE users.proven_email IS NULL
  AND users.role = 'patient'
  AND users.created_utc < %(before_utc)s
  AND NOT EXISTS (
    SELECT 1 FROM patients
    JOIN appointments ON appointments.patient_id = patients.patient_id
    WHERE patients.user_id = users.user_id
  )
  AND users.user_id > %(after_id)s
ORDER BY users.user_id
LIMIT %(limit)s;
