-- Task:    Which visits were moved at least once (version above 0) and are still booked? Show appointment_id and version. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Two conditions.
-- Hint 2:  status = 'booked'
-- Why:     Each move adds one to the version, so above 0 means moved.

SELECT appointment_id, version
FROM appointments
WHERE version > 0
  AND status = 'booked';
