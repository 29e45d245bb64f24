-- The numbers are multiplied: with three people and three rooms the join has nine rows. Count each in a subquery of its own.

SELECT
    services.service_id,
    COUNT(staff_services.staff_id) AS staff,
    COUNT(room_services.room_id) AS rooms
FROM services
LEFT JOIN staff_services ON staff_services.service_id = services.service_id
LEFT JOIN room_services ON room_services.service_id = services.service_id
GROUP BY services.service_id;
