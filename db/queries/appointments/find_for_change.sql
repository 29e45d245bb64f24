-- Find what must be locked before a visit can be changed, and whether this visitor may see it.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id, role
-- Lesson:  a plain read, so that the locks that follow can be taken in the one fixed order: patient, staff, room, and
--          then the visit itself.

SELECT
    appointments.patient_id,
    appointments.staff_id,
    appointments.service_id
FROM appointments
JOIN patients USING (patient_id)
WHERE appointments.appointment_id = %(appointment_id)s
  AND (%(role)s <> 'patient' OR patients.user_id = %(user_id)s);
