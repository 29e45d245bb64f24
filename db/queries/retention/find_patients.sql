-- Count the patients of whom nothing was heard since a moment, and find the one longest gone.
--
-- Gives:   one row, or none
-- Takes:   before_utc
-- Try:     before_utc = 2026-11-30 10:00

SELECT
    COUNT(*) AS amount,
    MIN(last_heard_of.heard_at) AS oldest_utc
FROM last_heard_of
WHERE last_heard_of.heard_at < %(before_utc)s;
