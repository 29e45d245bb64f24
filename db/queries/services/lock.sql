-- Lock a service until the end of the transaction, and read it.
--
-- Gives:   one row, or none
-- Takes:   service_id

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.pause_minutes,
    services.how_to_prepare,
    services.shares_reasons,
    services.is_active
FROM services
WHERE services.service_id = %(service_id)s
FOR UPDATE;
