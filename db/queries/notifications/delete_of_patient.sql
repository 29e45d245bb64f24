-- Delete the mail to a patient about visits, sent or not, because it holds the e-mail address.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 1
-- Lesson:  a DELETE may join, too. The name after DELETE says from which table rows go.

DELETE notifications
FROM notifications
JOIN appointments USING (appointment_id)
WHERE appointments.patient_id = %(patient_id)s
  AND notifications.audience = 'patient';
