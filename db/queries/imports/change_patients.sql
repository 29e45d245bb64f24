-- Bring the patients of one portion of the lines up to date, in the columns that their line changes.
--
-- Gives:   a row count
-- Takes:   after_line, until_line
-- Try:     after_line = 0, until_line = 1000
-- Lesson:  one UPDATE with a join changes them all. It also locks what it joins, so it keeps to one portion.

UPDATE import_patients
STRAIGHT_JOIN patients ON patients.patient_id = import_patients.patient_id
SET patients.full_name = IF(import_patients.takes_full_name, import_patients.full_name, patients.full_name),
    patients.birth_date = IF(import_patients.takes_birth_date, import_patients.birth_date, patients.birth_date),
    patients.phone = IF(import_patients.takes_phone, import_patients.phone, patients.phone),
    patients.email = IF(import_patients.takes_email, import_patients.email, patients.email)
WHERE import_patients.line > %(after_line)s
  AND import_patients.line <= %(until_line)s
  AND (
      import_patients.takes_full_name
      OR import_patients.takes_birth_date
      OR import_patients.takes_phone
      OR import_patients.takes_email
  );
