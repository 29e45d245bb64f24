-- Count the patients' accounts from before a moment whose address was never proven and who booked nothing: all, or say
-- of one account whether it is among them.
--
-- Gives:   one row, or none
-- Takes:   before_utc, user_id

SELECT
    COUNT(*) AS amount,
    MIN(users.created_utc) AS oldest_utc
FROM users
WHERE users.proven_email IS NULL
  AND users.role = 'patient'
  AND users.created_utc < %(before_utc)s
  AND NOT EXISTS (
    SELECT 1 FROM patients
    JOIN appointments ON appointments.patient_id = patients.patient_id
    WHERE patients.user_id = users.user_id
  )
  AND (%(user_id)s IS NULL OR users.user_id = %(user_id)s);
