-- Count the looks at patients' records that are older than a moment, and find the oldest.
--
-- Gives:   one row, or none
-- Takes:   before_utc
-- Try:     before_utc = 2026-11-30 10:00

SELECT
    COUNT(*) AS amount,
    MIN(record_views.first_utc) AS oldest_utc
FROM record_views
WHERE record_views.first_utc < %(before_utc)s;
