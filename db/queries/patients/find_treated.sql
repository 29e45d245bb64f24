-- Find a patient for a visitor who treats them.
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id
-- Lesson:  staff see a patient with whom they have at least one visit; whoever sees everybody's visits sees all
--          patients, those without a visit too. EXISTS stops at the first row it finds.

SELECT
    patients.patient_id,
    patients.user_id,
    patients.forgotten_utc,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.proven_email, patients.email) AS email,
    CASE WHEN holders.email_proven_utc IS NULL THEN holders.email END AS unproven_email,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.patient_id = %(patient_id)s
  AND EXISTS (
    SELECT 1 FROM whose_visits
    LEFT JOIN appointments
        ON appointments.patient_id = patients.patient_id AND appointments.staff_id = whose_visits.staff_id
    WHERE whose_visits.user_id = %(user_id)s
      AND (whose_visits.sees_all OR appointments.appointment_id IS NOT NULL)
  );
