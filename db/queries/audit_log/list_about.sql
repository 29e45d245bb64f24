-- Show what was done to one record.
--
-- Gives:   many rows, latest first
-- Takes:   subject, subject_id, limit
-- Try:     subject = 'users', subject_id = 21, limit = 10

SELECT
    audit_log.at_utc,
    audit_log.action,
    audit_log.details,
    audit_log.user_id,
    users.full_name
FROM audit_log
LEFT JOIN users USING (user_id)
WHERE audit_log.subject = %(subject)s
  AND audit_log.subject_id = %(subject_id)s
ORDER BY audit_log.audit_id DESC
LIMIT %(limit)s;
