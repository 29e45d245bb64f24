-- Keep what was done to one record with the record that it was merged into.
--
-- Gives:   a row count
-- Takes:   subject, subject_id, from_subject_id
-- Try:     subject = 'users', subject_id = NULL, from_subject_id = 1

UPDATE audit_log
SET subject_id = %(subject_id)s
WHERE subject = %(subject)s
  AND subject_id = %(from_subject_id)s;
