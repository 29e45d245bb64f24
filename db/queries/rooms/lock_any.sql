-- Lock a room, retired or not, until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   room_id
-- Try:     room_id = 1

SELECT
    rooms.room_id,
    rooms.name,
    rooms.is_active
FROM rooms
WHERE rooms.room_id = %(room_id)s
FOR UPDATE;
