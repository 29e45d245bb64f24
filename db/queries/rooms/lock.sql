-- Lock a room until the end of the transaction.
--
-- Gives:   one row, or none
-- Takes:   room_id
-- Lesson:  the last lock of a booking, after patient and member of staff (patients/lock_with_staff), so that nobody
--          waits in a circle. Whoever retires the room locks it too.

SELECT rooms.room_id
FROM rooms
WHERE rooms.room_id = %(room_id)s
  AND rooms.is_active
FOR UPDATE;
