-- Note what one portion of the lines says of its patients, and what was there before.
--
-- Gives:   a row count
-- Takes:   import_id, after_line, until_line
-- Try:     import_id = 3, after_line = 1, until_line = 2

INSERT INTO imported_patients (
    import_id, patient_id, is_new, full_name, birth_date, phone, email, took_full_name, took_birth_date, took_phone,
    took_email, had_full_name, had_birth_date, had_phone, had_email
)
SELECT
    %(import_id)s,
    patients.patient_id,
    import_patients.patient_id IS NULL,
    import_patients.full_name,
    import_patients.birth_date,
    import_patients.phone,
    import_patients.email,
    import_patients.takes_full_name,
    import_patients.takes_birth_date,
    import_patients.takes_phone,
    import_patients.takes_email,
    patients.full_name,
    patients.birth_date,
    patients.phone,
    patients.email
FROM import_patients
STRAIGHT_JOIN patients FORCE INDEX (patient_reference_is_unique) ON patients.reference = import_patients.reference
WHERE import_patients.line > %(after_line)s
  AND import_patients.line <= %(until_line)s;
