-- List the services that a line may name, retired ones too.
--
-- Gives:   many rows, by number
-- Takes:   nothing
-- Try:     nothing

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.pause_minutes,
    services.place
FROM services
ORDER BY services.service_id;
