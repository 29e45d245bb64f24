-- Write down why the patient comes.
--
-- Gives:   a row count
-- Takes:   appointment_id, reason
-- Try:     appointment_id = 553, reason = 'Letter from the hospital'

UPDATE appointments
SET reason = %(reason)s
WHERE appointment_id = %(appointment_id)s;
