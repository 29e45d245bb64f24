-- Lock the patients of an account until the end of the transaction.
--
-- Gives:   many rows, by key
-- Takes:   user_id

SELECT patients.patient_id
FROM patients
WHERE patients.user_id = %(user_id)s
ORDER BY patients.patient_id
FOR UPDATE;
