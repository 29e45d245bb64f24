-- Task:    Show appointment_id and starts_at of all visits of the patients who belong to the account 12 (patients.user_id). Nobody else's. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Join patients to appointments.
-- Hint 2:  patients.user_id = 12
-- Why:     The account is in the WHERE, so another account's visits do not exist for this question.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
JOIN patients USING (patient_id)
WHERE patients.user_id = 12;
