-- Show the services in use that take a room, and which services a room suits.
--
-- Gives:   many rows, by name
-- Takes:   room_id
-- Try:     room_id = 1

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.is_active,
    room_services.service_id IS NOT NULL AS is_chosen
FROM services
LEFT JOIN room_services
    ON room_services.service_id = services.service_id
   AND room_services.room_id = %(room_id)s
WHERE (services.is_active AND services.place = 'room')
   OR room_services.service_id IS NOT NULL
ORDER BY services.name, services.service_id;
