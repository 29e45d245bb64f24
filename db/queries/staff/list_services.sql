-- Show the services that a member of staff offers.
--
-- Gives:   many rows, by name
-- Takes:   staff_id

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.pause_minutes
FROM staff_services
JOIN services USING (service_id)
WHERE staff_services.staff_id = %(staff_id)s
  AND services.is_active
ORDER BY services.name, services.service_id;
