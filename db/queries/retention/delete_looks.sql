-- Delete what was noted of looks at patients' records before a moment, a portion at a time.
--
-- Gives:   a row count
-- Takes:   before_utc, limit
-- Try:     before_utc = 2026-11-30 10:00, limit = 10

DELETE FROM record_views
WHERE first_utc < %(before_utc)s
ORDER BY first_utc, record_view_id
LIMIT %(limit)s;
