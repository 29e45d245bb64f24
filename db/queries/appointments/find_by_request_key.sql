-- Find the visit that a form has already booked, and whether the form asked for the same visit.
--
-- Gives:   one row, or none
-- Takes:   request_key, booked_by, patient_id, staff_id, service_id, starts_at, minutes, room_id, reason
-- Try:     request_key = 'a form of Monday', booked_by = 11, patient_id = 1, staff_id = 1, service_id = 1,
--          starts_at = 2026-12-01 09:00, minutes = 20, room_id = 1, reason = 'Letter from the hospital'
-- Lesson:  asked after an INSERT was refused, not before it. A look beforehand could not see what another process is
--          about to write. The unique key decides, and this finds out for whom. A visit that was moved since cannot be
--          compared with its form any more: it counts as the same as long as the patient is the same.

SELECT
    appointments.appointment_id,
    appointments.patient_id = %(patient_id)s AND (
        appointments.staff_id = %(staff_id)s
        AND appointments.service_id = %(service_id)s
        AND appointments.starts_at = %(starts_at)s
        AND %(minutes)s IN (0, TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at))
        AND %(room_id)s IN (0, appointments.room_id)
        AND appointments.reason = %(reason)s
        OR EXISTS (
            SELECT 1
            FROM appointment_history AS history
            WHERE history.appointment_id = appointments.appointment_id
              AND history.action IN ('moved', 'reassigned', 'changed')
        )
    ) AS is_of_this_form
FROM appointments
WHERE appointments.request_key = %(request_key)s
  AND appointments.booked_by = %(booked_by)s;
