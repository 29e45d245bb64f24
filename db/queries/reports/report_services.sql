-- Count each service's visits, and the minutes they held, most booked first.
--
-- Gives:   many rows, most visits first
-- Takes:   from_day, end_day

SELECT
    services.name,
    COUNT(*) AS visits,
    SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)) AS minutes
FROM appointments
JOIN services USING (service_id)
WHERE appointments.starts_at >= %(from_day)s
  AND appointments.starts_at < %(end_day)s
  AND appointments.holds_until IS NOT NULL
GROUP BY services.service_id, services.name
ORDER BY visits DESC, services.name, services.service_id;
