-- Lock a service until the end of the transaction, and read it.
--
-- Gives:   one row, or none
-- Takes:   service_id
-- Try:     service_id = 1

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.pause_minutes,
    services.how_to_prepare,
    services.shares_reasons,
    services.place,
    services.is_active,
    services.is_online,
    services.notice_minutes,
    services.horizon_days,
    services.cancel_deadline_minutes
FROM services
WHERE services.service_id = %(service_id)s
FOR UPDATE;
