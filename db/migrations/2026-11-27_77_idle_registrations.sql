-- Which registrations are idle is said once, for counting them and for deleting them.
CREATE SQL SECURITY INVOKER VIEW idle_registrations AS
SELECT
    users.user_id,
    users.created_utc
FROM users
WHERE users.proven_email IS NULL
  AND users.role = 'patient'
  AND NOT EXISTS (
    SELECT 1 FROM patients
    JOIN appointments ON appointments.patient_id = patients.patient_id
    WHERE patients.user_id = users.user_id
  );
