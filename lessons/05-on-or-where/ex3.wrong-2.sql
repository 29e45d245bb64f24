-- A room that suits no service is missing: use LEFT JOIN.

SELECT
    rooms.room_id,
    rooms.name,
    room_services.service_id
FROM rooms
JOIN room_services USING (room_id)
WHERE rooms.is_active;
