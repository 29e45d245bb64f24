-- Write beside each line of a file of visits whom its reference belongs to.
--
-- Gives:   a row count
-- Takes:   nothing

UPDATE import_visits
JOIN patients ON patients.reference = import_visits.patient_reference
SET import_visits.patient_id = patients.patient_id;
