-- List all services and all rooms in use: the choices that narrow a list.
--
-- Gives:   many rows, by kind and name
-- Takes:   nothing

SELECT 'service' AS kind, services.service_id AS choice_id, services.name
FROM services
WHERE services.is_active
UNION ALL
SELECT 'room', rooms.room_id, rooms.name
FROM rooms
WHERE rooms.is_active
ORDER BY kind DESC, name, choice_id;
