-- Remember that the holder of an account said of a record: this is not me.
--
-- Gives:   a row count
-- Takes:   user_id, patient_id
-- Try:     user_id = 11, patient_id = 1

INSERT INTO records_declined (user_id, patient_id)
VALUES (%(user_id)s, %(patient_id)s)
ON DUPLICATE KEY UPDATE patient_id = records_declined.patient_id;
