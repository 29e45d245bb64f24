-- Delete what was noted of looks at patients' records before a moment, a portion at a time.
--
-- Gives:   a row count
-- Takes:   before_utc, limit

DELETE FROM record_views
WHERE first_utc < %(before_utc)s
ORDER BY first_utc, record_view_id
LIMIT %(limit)s;
