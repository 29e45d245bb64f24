-- Delete the new patients of one portion of an import that have no visit and no account.
--
-- Gives:   a row count
-- Takes:   import_id, after_id, last_id
-- Try:     import_id = 1, after_id = 0, last_id = 1000

DELETE patients
FROM imported_patients
STRAIGHT_JOIN patients ON patients.patient_id = imported_patients.patient_id
LEFT JOIN appointments ON appointments.patient_id = patients.patient_id
WHERE imported_patients.import_id = %(import_id)s
  AND imported_patients.patient_id > %(after_id)s
  AND imported_patients.patient_id <= %(last_id)s
  AND imported_patients.is_new
  AND patients.user_id IS NULL
  AND appointments.appointment_id IS NULL;
