-- Task:    For each service, how many members of staff offer it and how many rooms suit it? Show service_id, the number of staff and the number of rooms, for all services. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Two joins at once would multiply the rows.
-- Hint 2:  Two subqueries in SELECT, each with its own COUNT(*).
-- Why:     Each subquery counts by itself, so neither list multiplies the other; and a service without any has 0.

SELECT
    services.service_id,
    (SELECT COUNT(*) FROM staff_services WHERE staff_services.service_id = services.service_id) AS staff,
    (SELECT COUNT(*) FROM room_services WHERE room_services.service_id = services.service_id) AS rooms
FROM services;
