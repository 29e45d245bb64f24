-- How far ahead each service is booked and changed is one view: its own rules, or else the clinic's.

CREATE SQL SECURITY INVOKER VIEW rules_of_services AS
SELECT
    services.service_id,
    COALESCE(services.notice_minutes, settings.notice_minutes) AS notice_minutes,
    COALESCE(services.horizon_days, settings.horizon_days) AS horizon_days,
    COALESCE(services.cancel_deadline_minutes, settings.cancel_deadline_minutes) AS cancel_deadline_minutes
FROM services
JOIN settings ON settings.settings_id = 1;
