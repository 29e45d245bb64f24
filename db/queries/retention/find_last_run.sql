-- Show when what is kept no longer was last deleted, and how much.
--
-- Gives:   one row, or none
-- Takes:   nothing
-- Try:     nothing

SELECT
    last_retention.begun_utc,
    last_retention.finished_utc,
    last_retention.mail,
    last_retention.audit,
    last_retention.sign_ins,
    last_retention.patients,
    last_retention.unproven
FROM last_retention
WHERE last_retention.last_retention_id = 1;
