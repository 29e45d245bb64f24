-- A service comes once for each person who offers it. Ask with EXISTS whether there is one.

SELECT services.service_id, services.name
FROM services
JOIN staff_services USING (service_id);
