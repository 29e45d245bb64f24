-- Add a clock gap: a part of a day that no clock in the clinic's zone shows.
--
-- Gives:   a row count
-- Takes:   day, starts_minute, ends_minute
-- Try:     day = 2026-11-30, starts_minute = 540, ends_minute = 720

INSERT INTO clock_gaps (day, starts_minute, ends_minute)
VALUES (%(day)s, %(starts_minute)s, %(ends_minute)s);
