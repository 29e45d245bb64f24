-- These are services that nobody at all offers. Which person it is must stand in ON.

SELECT
    services.service_id,
    services.name
FROM services
LEFT JOIN staff_services USING (service_id)
WHERE staff_services.staff_id IS NULL;
