-- Find the visit that a form has already booked.
--
-- Gives:   one value
-- Takes:   request_key, booked_by
-- Lesson:  asked after an INSERT was refused, not before it: a look beforehand would not see what another process is
--          about to write. The unique key decides, and this finds out for whom.

SELECT appointments.appointment_id
FROM appointments
WHERE appointments.request_key = %(request_key)s
  AND appointments.booked_by = %(booked_by)s;
