-- Find when a patient was last heard of; nothing for one who was forgotten.
--
-- Gives:   one value
-- Takes:   patient_id
-- Try:     patient_id = 1

SELECT last_heard_of.heard_at
FROM last_heard_of
WHERE last_heard_of.patient_id = %(patient_id)s;
