-- Forget what a patient wrote when they booked or cancelled, and what the clinic noted on their visits.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 1

UPDATE appointments
SET reason = '',
    note = '',
    cancel_reason = IF(cancel_reason IS NULL, NULL, '')
WHERE patient_id = %(patient_id)s
  AND (reason <> '' OR note <> '' OR cancel_reason <> '');
