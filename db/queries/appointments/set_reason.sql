-- Write down why the patient comes.
--
-- Gives:   a row count
-- Takes:   appointment_id, reason

UPDATE appointments
SET reason = %(reason)s
WHERE appointment_id = %(appointment_id)s;
