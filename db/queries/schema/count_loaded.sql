-- Count what was loaded to its end. None: loading was cut short.
--
-- Gives:   one value
-- Takes:   nothing

SELECT
    COUNT(*) AS loaded
FROM schema_migrations;
