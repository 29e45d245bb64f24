-- Show every room, retired ones too, because past visits were in them.
--
-- Gives:   many rows, by name
-- Takes:   nothing
-- Try:     nothing

SELECT
    rooms.room_id,
    rooms.name
FROM rooms
ORDER BY rooms.name, rooms.room_id;
