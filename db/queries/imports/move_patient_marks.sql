-- Move what imported files said of one record to another record of the same patient. What one file said of both stays
-- as it was said of the other.
--
-- Gives:   a row count
-- Takes:   patient_id, from_patient_id
-- Try:     patient_id = 58, from_patient_id = 59
-- Lesson:  an anti-join in an UPDATE: only marks whose import has not marked the other record are moved, else two rows
--          would have one key. An import that is taken back must not touch the patient for them, so they took nothing.

UPDATE imported_patients
LEFT JOIN imported_patients AS present
    ON present.import_id = imported_patients.import_id
   AND present.patient_id = %(patient_id)s
SET imported_patients.patient_id = %(patient_id)s,
    imported_patients.is_new = FALSE,
    imported_patients.took_full_name = FALSE,
    imported_patients.took_birth_date = FALSE,
    imported_patients.took_phone = FALSE,
    imported_patients.took_email = FALSE
WHERE imported_patients.patient_id = %(from_patient_id)s
  AND present.import_id IS NULL;
