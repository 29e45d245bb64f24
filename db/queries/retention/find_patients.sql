-- Count the patients of whom nothing was heard since a moment, and find the one longest gone.
--
-- Gives:   one row, or none
-- Takes:   before_utc

SELECT
    COUNT(*) AS amount,
    MIN(last_heard_of.heard_at) AS oldest_utc
FROM last_heard_of
WHERE last_heard_of.heard_at < %(before_utc)s;
