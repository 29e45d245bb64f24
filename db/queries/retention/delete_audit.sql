-- Delete acts in the audit that are older than a moment, a portion at a time.
--
-- Gives:   a row count
-- Takes:   before_utc, limit

DELETE FROM audit_log
WHERE at_utc < %(before_utc)s
ORDER BY at_utc, audit_id
LIMIT %(limit)s;
