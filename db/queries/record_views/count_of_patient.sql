-- Count how often somebody looked at a patient's record: once for each person and day.
--
-- Gives:   one value
-- Takes:   patient_id
-- Try:     patient_id = 1

SELECT COUNT(*)
FROM record_views
WHERE record_views.patient_id = %(patient_id)s;
