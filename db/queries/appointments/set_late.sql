-- Write down how late a patient said they would be, or (NULL) that they are not late any more.
--
-- Gives:   a row count
-- Takes:   appointment_id, late_minutes
-- Try:     appointment_id = 553, late_minutes = 10

UPDATE appointments
SET late_minutes = %(late_minutes)s
WHERE appointment_id = %(appointment_id)s;
