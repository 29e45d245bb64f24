-- The retired rooms are still there, with NULL: in ON the condition throws nothing away. It belongs in WHERE.

SELECT
    rooms.room_id,
    rooms.name,
    room_services.service_id
FROM rooms
LEFT JOIN room_services
    ON room_services.room_id = rooms.room_id
   AND rooms.is_active;
