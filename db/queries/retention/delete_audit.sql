-- Delete acts in the audit that are older than a moment, a portion at a time.
--
-- Gives:   a row count
-- Takes:   before_utc, limit
-- Try:     before_utc = 2026-11-30 10:00, limit = 10

DELETE FROM audit_log
WHERE at_utc < %(before_utc)s
ORDER BY at_utc, audit_id
LIMIT %(limit)s;
