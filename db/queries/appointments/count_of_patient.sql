-- Count all visits of a patient.
--
-- Gives:   one value
-- Takes:   patient_id

SELECT COUNT(*)
FROM appointments
WHERE appointments.patient_id = %(patient_id)s;
