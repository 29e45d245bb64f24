-- Forget the free words in the history of a patient's visits; times, people and names of rules stay.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Lesson:  an UPDATE may join: whose visits they are stands in another table than the words. Of "notice: he insisted"
--          SUBSTRING_INDEX keeps what is before the colon.

UPDATE appointment_history
JOIN appointments USING (appointment_id)
SET appointment_history.details = IF(appointment_history.action = 'status', '', appointment_history.details),
    appointment_history.overruled = SUBSTRING_INDEX(appointment_history.overruled, ':', 1)
WHERE appointments.patient_id = %(patient_id)s;
