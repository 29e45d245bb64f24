-- Write beside each line of a file of visits whom its reference belongs to.
--
-- Gives:   a row count
-- Takes:   nothing
-- Lesson:  one UPDATE with a join names them all; who has no match keeps NULL, and list_visits_of_nobody shows it.

UPDATE import_visits
JOIN patients ON patients.reference = import_visits.patient_reference
SET import_visits.patient_id = patients.patient_id;
