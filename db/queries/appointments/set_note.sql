-- Write the clinic's note on a visit.
--
-- Gives:   a row count
-- Takes:   appointment_id, note

UPDATE appointments
SET note = %(note)s
WHERE appointment_id = %(appointment_id)s;
