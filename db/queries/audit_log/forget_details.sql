-- Forget the details of what was done to a record, which may quote names and addresses. That it was done stays.
--
-- Gives:   a row count
-- Takes:   subject, subject_id
-- Try:     subject = 'users', subject_id = 9

UPDATE audit_log
SET details = ''
WHERE subject = %(subject)s
  AND subject_id = %(subject_id)s;
