-- EXISTS is true for every service here: the subquery does not speak of the outer service. Compare the two service_id.

SELECT services.service_id, services.name
FROM services
WHERE EXISTS (SELECT 1 FROM staff_services);
