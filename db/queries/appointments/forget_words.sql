-- Forget what a patient wrote when they booked or cancelled.
--
-- Gives:   a row count
-- Takes:   patient_id

UPDATE appointments
SET reason = '',
    cancel_reason = IF(cancel_reason IS NULL, NULL, '')
WHERE patient_id = %(patient_id)s
  AND (reason <> '' OR cancel_reason <> '');
