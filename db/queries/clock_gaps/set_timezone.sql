-- Note the time zone that the clock gaps were made for.
--
-- Gives:   a row count
-- Takes:   timezone
-- Try:     timezone = 'Europe/Lisbon'

UPDATE settings
SET timezone = %(timezone)s
WHERE settings_id = 1;
