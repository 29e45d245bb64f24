-- Show the rooms in use, and which of them suit a service.
--
-- Gives:   many rows, by name
-- Takes:   service_id
-- Try:     service_id = 1
-- Lesson:  the condition on service_id stands in ON, so a room that does not suit is kept, with NULL.

SELECT
    rooms.room_id,
    rooms.name,
    rooms.is_active,
    room_services.room_id IS NOT NULL AS is_chosen
FROM rooms
LEFT JOIN room_services
    ON room_services.room_id = rooms.room_id
   AND room_services.service_id = %(service_id)s
WHERE rooms.is_active
   OR room_services.room_id IS NOT NULL
ORDER BY rooms.name, rooms.room_id;
