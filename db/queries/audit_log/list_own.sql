-- Show what an account did, for the account's copy of its data.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, limit

SELECT
    audit_log.at_utc,
    audit_log.action,
    audit_log.subject,
    audit_log.subject_id,
    audit_log.address
FROM audit_log
WHERE audit_log.user_id = %(user_id)s
ORDER BY audit_log.audit_id DESC
LIMIT %(limit)s;
