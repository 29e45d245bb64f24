-- List the rooms that a line of a file may name, retired ones too.
--
-- Gives:   many rows, by number
-- Takes:   nothing

SELECT
    rooms.room_id,
    rooms.name
FROM rooms
ORDER BY rooms.room_id;
