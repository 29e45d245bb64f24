-- Find the visit that a form has already booked.
--
-- Gives:   one value
-- Takes:   request_key, booked_by

SELECT appointments.appointment_id
FROM appointments
WHERE appointments.request_key = %(request_key)s
  AND appointments.booked_by = %(booked_by)s;
