-- Forget the free words in the history of a patient's visits. Times, staff and the names of rules stay.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 1
-- Lesson:  an UPDATE may join: the words stand in one table, and whose visits they are in another. SUBSTRING_INDEX
--          keeps what stands before the colon of "notice: he insisted".

UPDATE appointment_history
JOIN appointments USING (appointment_id)
SET appointment_history.details = IF(appointment_history.action = 'status', '', appointment_history.details),
    appointment_history.overruled = SUBSTRING_INDEX(appointment_history.overruled, ':', 1)
WHERE appointments.patient_id = %(patient_id)s;
