-- Lock the patients of an account until the end of the transaction.
--
-- Gives:   many rows, by key
-- Takes:   user_id
-- Try:     user_id = 11
-- Lesson:  rows are locked as they are read, along the key (user_id, relation), before ORDER BY sorts them. Two who
--          lock the same account's patients walk the same key, so they meet in the same order.

SELECT patients.patient_id
FROM patients
WHERE patients.user_id = %(user_id)s
ORDER BY patients.patient_id
FOR UPDATE;
