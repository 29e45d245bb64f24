-- List patients of whom nothing was heard since a moment, a portion at a time.
--
-- Gives:   many rows, by key
-- Takes:   before_utc, after_id, limit
-- Try:     before_utc = 2026-11-30 10:00, after_id = 0, limit = 10
-- Lesson:  paging by key: the next portion begins behind the last one, so none is read twice, whatever became of it.

SELECT
    last_heard_of.patient_id,
    last_heard_of.user_id
FROM last_heard_of
WHERE last_heard_of.patient_id > %(after_id)s
  AND last_heard_of.heard_at < %(before_utc)s
ORDER BY last_heard_of.patient_id
LIMIT %(limit)s;
