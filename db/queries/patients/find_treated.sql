-- Find a patient for somebody who treats them.
--
-- Gives:   one row, or none
-- Takes:   patient_id, user_id, role
-- Lesson:  staff see a patient with whom they have at least one visit; the desk (staff who cannot be booked) and admins
--          see all. EXISTS stops at the first visit it finds.

SELECT
    patients.patient_id,
    patients.user_id,
    patients.forgotten_utc,
    patients.full_name,
    patients.birth_date,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.email, patients.email) AS email,
    CASE WHEN patients.relation <> 'self' THEN holders.full_name END AS holder_name
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
LEFT JOIN staff AS visiting ON visiting.user_id = %(user_id)s
WHERE patients.patient_id = %(patient_id)s
  AND (
    %(role)s = 'admin'
    OR NOT visiting.is_bookable
    OR EXISTS (
        SELECT 1 FROM appointments
        WHERE appointments.patient_id = patients.patient_id AND appointments.staff_id = visiting.staff_id
    )
  );
