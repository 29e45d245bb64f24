-- Task:    Who has the phone number 020 7946 0348, written in any way? Show patient_id and full_name. Let the server find the row by a key.
-- On:      learn
-- Order:   none
-- Reads:   3
-- Hint 1:  The column phone_digits has only the digits of a number, as text.
-- Hint 2:  Text stands in quotes.
-- Why:     The stored column has the digits alone, so one way to write the number is enough, and its key finds it.

SELECT
    patients.patient_id,
    patients.full_name
FROM patients
WHERE patients.phone_digits = '02079460348';
