-- Find the time zone that the gaps belong to.
--
-- Gives:   one value
-- Takes:   nothing

SELECT
    settings.timezone
FROM settings
WHERE settings.settings_id = 1;
