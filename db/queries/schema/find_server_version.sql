-- Find which server this is, as it says itself: '11.8.2-MariaDB' or '9.7.0'.
--
-- Gives:   one value
-- Takes:   nothing
-- Try:     nothing

SELECT
    VERSION() AS version;
