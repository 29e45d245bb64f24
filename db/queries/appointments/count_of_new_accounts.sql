-- Count the upcoming visits that new accounts have booked for their own people.
--
-- Gives:   one value
-- Takes:   since_utc, now
-- Try:     since_utc = 2026-01-01 00:00, now = 2026-11-30 10:00

SELECT COUNT(*)
FROM users
JOIN appointments ON appointments.booked_by = users.user_id
JOIN patients ON patients.patient_id = appointments.patient_id AND patients.user_id = users.user_id
WHERE users.created_utc >= %(since_utc)s
  AND users.role = 'patient'
  AND appointments.status = 'booked'
  AND appointments.starts_at >= %(now)s;
