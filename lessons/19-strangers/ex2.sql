-- Task:    The account 11 gives its patient 2 the phone number 020 7946 0500. Write the UPDATE so that it changes nothing if the patient is not the account's own.
-- Writes:  patients
-- Hint 1:  UPDATE patients SET phone = … WHERE …
-- Hint 2:  Two conditions: patient_id and user_id.
-- Why:     With the account in the WHERE, somebody else's patient is one that does not exist: the count is 0.

UPDATE patients
SET phone = '020 7946 0500'
WHERE patient_id = 2
  AND user_id = 11;
