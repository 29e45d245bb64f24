-- Remember of a patient what was known of the record that is merged into theirs: from whom it is another person.
--
-- Gives:   a row count
-- Takes:   patient_id, from_patient_id
-- Try:     patient_id = 3, from_patient_id = 1

INSERT INTO patients_apart (patient_id, other_id)
SELECT
    LEAST(known.far_id, %(patient_id)s),
    GREATEST(known.far_id, %(patient_id)s)
FROM (
    SELECT IF(pairs.patient_id = %(from_patient_id)s, pairs.other_id, pairs.patient_id) AS far_id
    FROM patients_apart AS pairs
    WHERE pairs.patient_id = %(from_patient_id)s
       OR pairs.other_id = %(from_patient_id)s
) AS known
WHERE known.far_id <> %(patient_id)s
ON DUPLICATE KEY UPDATE patient_id = patients_apart.patient_id;
