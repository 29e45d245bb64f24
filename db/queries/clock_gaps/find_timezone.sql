-- Find the time zone that the clock gaps were made for.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    settings.timezone
FROM settings
WHERE settings.settings_id = 1;
