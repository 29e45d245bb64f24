-- Find what must be locked before a visit can be changed, if this visitor may see the visit.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id, role
-- Try:     appointment_id = 1025, user_id = 11, role = 'patient'
-- Lesson:  a plain read, so that the locks that follow can be taken in the one fixed order: patient, member of staff,
--          the visit itself, room. Patients change their account's visits, staff those that the view whose_visits
--          gives them; anybody else's visit is one that does not exist. <=> is = for which NULL is NULL:
--          who holds the link of a patient without an account has no user_id.

SELECT
    appointments.patient_id,
    appointments.staff_id,
    appointments.service_id
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.appointment_id = %(appointment_id)s
  AND IF(%(role)s = 'patient', patients.user_id <=> %(user_id)s, whose_visits.staff_id IS NOT NULL);
