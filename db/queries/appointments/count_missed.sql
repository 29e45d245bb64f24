-- Count the visits that a patient has missed since a day.
--
-- Gives:   one value
-- Takes:   patient_id, since

SELECT COUNT(*) AS missed
FROM appointments
WHERE appointments.patient_id = %(patient_id)s
  AND appointments.starts_at >= %(since)s
  AND appointments.status = 'no_show';
