-- Move all visits of one record to another record of the same patient.
--
-- Gives:   a row count
-- Takes:   patient_id, from_patient_id
-- Try:     patient_id = 2, from_patient_id = 1
-- Lesson:  the triggers release and claim the time of each visit anew, in the name of the other record. Where both have
--          a visit at one time, the key patient_is_free refuses the whole statement.

UPDATE appointments
SET patient_id = %(patient_id)s
WHERE patient_id = %(from_patient_id)s;
