-- Find what must be locked before a visit can be changed, if this visitor may see it.
--
-- Gives:   one row, or none
-- Takes:   appointment_id, user_id, role
-- Lesson:  a plain read, so that the locks that follow can be taken in the one fixed order: patient, member of staff,
--          the visit itself, room. Patients change their account's visits, staff their own, the desk (staff who cannot
--          be booked) and admins all; anybody else's visit is one that does not exist.

SELECT
    appointments.patient_id,
    appointments.staff_id,
    appointments.service_id
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN staff AS visiting ON visiting.user_id = %(user_id)s
WHERE appointments.appointment_id = %(appointment_id)s
  AND CASE %(role)s
        WHEN 'patient' THEN patients.user_id = %(user_id)s
        WHEN 'staff' THEN visiting.staff_id = appointments.staff_id OR NOT visiting.is_bookable
        WHEN 'admin' THEN TRUE
      END;
