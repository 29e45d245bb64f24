-- Lock a room until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   room_id

SELECT rooms.room_id
FROM rooms
WHERE rooms.room_id = %(room_id)s
  AND rooms.is_active
FOR UPDATE;
