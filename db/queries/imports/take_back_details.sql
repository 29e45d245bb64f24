-- Put back what the patients of one portion had before the import, where the import's value still stands.
--
-- Gives:   a row count
-- Takes:   import_id, after_id, last_id
-- Try:     import_id = 1, after_id = 0, last_id = 1000

UPDATE imported_patients
STRAIGHT_JOIN patients ON patients.patient_id = imported_patients.patient_id
SET patients.full_name = IF(
        imported_patients.took_full_name AND patients.full_name <=> imported_patients.full_name,
        imported_patients.had_full_name, patients.full_name
    ),
    patients.birth_date = IF(
        imported_patients.took_birth_date AND patients.birth_date <=> imported_patients.birth_date,
        imported_patients.had_birth_date, patients.birth_date
    ),
    patients.phone = IF(
        imported_patients.took_phone AND patients.phone <=> imported_patients.phone,
        imported_patients.had_phone, patients.phone
    ),
    patients.email = IF(
        imported_patients.took_email AND patients.email <=> imported_patients.email,
        imported_patients.had_email, patients.email
    )
WHERE imported_patients.import_id = %(import_id)s
  AND imported_patients.patient_id > %(after_id)s
  AND imported_patients.patient_id <= %(last_id)s
  AND NOT imported_patients.is_new;
