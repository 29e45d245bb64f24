-- Delete a record to which no visit belongs any more, because it was merged with another one.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 61
-- Lesson:  the foreign key of appointments says ON DELETE RESTRICT. If one visit were left, this would be refused.

DELETE FROM patients
WHERE patient_id = %(patient_id)s;
