-- Show the services of a member of staff that patients can book themselves.
--
-- Gives:   many rows, by name
-- Takes:   staff_id

SELECT
    services.service_id,
    services.name,
    services.minutes
FROM staff_services
JOIN services USING (service_id)
JOIN staff USING (staff_id)
WHERE staff_services.staff_id = %(staff_id)s
  AND services.is_active AND services.is_online
  AND staff.is_online
ORDER BY services.name, services.service_id;
