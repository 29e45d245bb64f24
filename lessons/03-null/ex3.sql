-- Task:    Show full_name of each patient and a second column with the phone number; where it is NULL, show the text unknown instead. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  COALESCE takes the first value that is not NULL.
-- Hint 2:  COALESCE(phone, 'unknown')
-- Why:     A text can be one of COALESCE's values, too. An empty phone is not NULL, so it stays empty.

SELECT
    full_name,
    COALESCE(phone, 'unknown') AS phone
FROM patients;
