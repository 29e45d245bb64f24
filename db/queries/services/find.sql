-- Find a service, with how many upcoming visits it has.
--
-- Gives:   one row, or none
-- Takes:   service_id, now
-- Try:     service_id = 1, now = 2026-11-30 10:00

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
    services.cancel_deadline_minutes,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.service_id = services.service_id
          AND appointments.status = 'booked'
          AND appointments.starts_at > %(now)s
    ) AS visits_ahead
FROM services
WHERE services.service_id = %(service_id)s;
