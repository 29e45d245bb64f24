-- Remember that two records that look alike are two people.
--
-- Gives:   a row count
-- Takes:   patient_id, other_id
-- Try:     patient_id = 1, other_id = 1
-- Lesson:  LEAST and GREATEST write a pair in one way, whichever was named first. So the primary key knows it again.

INSERT INTO patients_apart (patient_id, other_id)
VALUES (LEAST(%(patient_id)s, %(other_id)s), GREATEST(%(patient_id)s, %(other_id)s))
ON DUPLICATE KEY UPDATE patient_id = patients_apart.patient_id;
