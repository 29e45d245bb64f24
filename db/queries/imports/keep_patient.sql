-- Keep a patient whom an import made, even if that import is taken back: another record has been merged into this one.
--
-- Gives:   a row count
-- Takes:   patient_id
-- Try:     patient_id = 61

UPDATE imported_patients
SET is_new = FALSE
WHERE patient_id = %(patient_id)s
  AND is_new;
