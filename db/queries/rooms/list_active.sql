-- Show the rooms in use.
--
-- Gives:   many rows, by name
-- Takes:   nothing

SELECT
    rooms.room_id,
    rooms.name
FROM rooms
WHERE rooms.is_active
ORDER BY rooms.name, rooms.room_id;
