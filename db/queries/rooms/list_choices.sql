-- Show the rooms that can be chosen, and the one that is already chosen.
--
-- Gives:   many rows, by name
-- Takes:   room_id
-- Try:     room_id = 1

SELECT
    rooms.room_id,
    rooms.name
FROM rooms
WHERE rooms.is_active
   OR rooms.room_id = %(room_id)s
ORDER BY rooms.name, rooms.room_id;
