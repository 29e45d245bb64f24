-- Turn one portion of the lines into patients without an account, where nobody has the line's reference.
--
-- Gives:   a row count
-- Takes:   after_line, until_line, now_utc
-- Try:     after_line = 3, until_line = 4, now_utc = 2026-11-30 10:00

INSERT INTO patients (reference, full_name, birth_date, phone, email, created_utc)
SELECT
    import_patients.reference,
    import_patients.full_name,
    import_patients.birth_date,
    import_patients.phone,
    import_patients.email,
    %(now_utc)s
FROM import_patients
WHERE import_patients.line > %(after_line)s
  AND import_patients.line <= %(until_line)s
  AND import_patients.patient_id IS NULL
ORDER BY import_patients.line;
