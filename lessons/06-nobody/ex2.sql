-- Task:    Which services are offered by at least one member of staff? Show service_id and name, each service once. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  You want to know whether, not how often.
-- Hint 2:  EXISTS (SELECT 1 FROM staff_services WHERE …)
-- Why:     EXISTS stops at the first person who offers it, so each service comes once.

SELECT services.service_id, services.name
FROM services
WHERE EXISTS (
    SELECT 1
    FROM staff_services
    WHERE staff_services.service_id = services.service_id
);
