-- You asked for services that somebody else offers. A service that both offer is in it, and one that nobody offers is not.

SELECT DISTINCT
    services.service_id,
    services.name
FROM services
JOIN staff_services USING (service_id)
WHERE staff_services.staff_id <> 8;
