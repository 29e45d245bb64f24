-- Lock the patients of an account until the end of the transaction.
--
-- Gives:   many rows, by key
-- Takes:   user_id
-- Lesson:  rows are locked as they are read, along the key (user_id, relation), before ORDER BY has its say. Two who
--          ask for the same account go along the same key, so they still meet in the same order.

SELECT patients.patient_id
FROM patients
WHERE patients.user_id = %(user_id)s
ORDER BY patients.patient_id
FOR UPDATE;
