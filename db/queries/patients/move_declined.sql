-- Remember of a patient what was known of the record that is merged into theirs: who said that it is not them.
--
-- Gives:   a row count
-- Takes:   patient_id, from_patient_id
-- Try:     patient_id = 58, from_patient_id = 61

INSERT INTO records_declined (user_id, patient_id)
SELECT
    known.user_id,
    %(patient_id)s
FROM records_declined AS known
WHERE known.patient_id = %(from_patient_id)s
ON DUPLICATE KEY UPDATE patient_id = records_declined.patient_id;
