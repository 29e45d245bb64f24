-- Write down which time zone the gaps belong to.
--
-- Gives:   a row count
-- Takes:   timezone

UPDATE settings
SET timezone = %(timezone)s
WHERE settings_id = 1;
