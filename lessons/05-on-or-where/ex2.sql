-- Task:    Which services does the member of staff 8 not offer? Show service_id and name. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  An anti-join: LEFT JOIN, and WHERE … IS NULL.
-- Hint 2:  Which person it is belongs in ON.
-- Why:     First each service looks for the row that says that 8 offers it. Those that found none are the answer.

SELECT
    services.service_id,
    services.name
FROM services
LEFT JOIN staff_services
    ON staff_services.service_id = services.service_id
   AND staff_services.staff_id = 8
WHERE staff_services.staff_id IS NULL;
