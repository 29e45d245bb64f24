-- Count the acts in the audit that are older than a moment, and find the oldest.
--
-- Gives:   one row, or none
-- Takes:   before_utc
-- Try:     before_utc = 2026-11-30 10:00

SELECT
    COUNT(*) AS amount,
    MIN(audit_log.at_utc) AS oldest_utc
FROM audit_log
WHERE audit_log.at_utc < %(before_utc)s;
