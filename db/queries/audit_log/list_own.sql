-- Show what an account did, for the account's copy of its data.
--
-- Gives:   many rows, latest first
-- Takes:   user_id, limit
-- Try:     user_id = 11, limit = 10
-- Lesson:  anybody may ask for a link to a forgotten password, also while signed in. Whose account that was, and so
--          whether the address has one, is not told.

SELECT
    audit_log.at_utc,
    audit_log.action,
    audit_log.subject,
    CASE WHEN audit_log.action <> 'password link asked for' THEN audit_log.subject_id END AS subject_id,
    audit_log.address
FROM audit_log
WHERE audit_log.user_id = %(user_id)s
ORDER BY audit_log.audit_id DESC
LIMIT %(limit)s;
