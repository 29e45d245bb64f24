-- Write down a stretch of time that no clock in the clinic's zone shows.
--
-- Gives:   a row count
-- Takes:   starts_at, ends_at

INSERT INTO clock_gaps (starts_at, ends_at)
VALUES (%(starts_at)s, %(ends_at)s);
