-- Write the clinic's note on a visit.
--
-- Gives:   a row count
-- Takes:   appointment_id, note
-- Try:     appointment_id = 553, note = 'Bring the X-ray.'

UPDATE appointments
SET note = %(note)s
WHERE appointment_id = %(appointment_id)s;
