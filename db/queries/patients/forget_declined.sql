-- Forget who said of a record that it is not theirs.
--
-- Gives:   a row count
-- Takes:   patient_id

DELETE FROM records_declined
WHERE patient_id = %(patient_id)s;
