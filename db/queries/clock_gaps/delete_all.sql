-- Delete the clock gaps of another time zone.
--
-- Gives:   a row count
-- Takes:   nothing
-- Try:     nothing

DELETE FROM clock_gaps;
