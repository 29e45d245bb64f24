-- Forget who said of a record that it is not theirs.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 61

DELETE FROM records_declined
WHERE patient_id = %(patient_id)s;
