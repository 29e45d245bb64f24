-- Lock a room until the end of the transaction, if it is in use and still suits a service.
--
-- Gives:   one row, or none
-- Takes:   room_id, service_id
-- Try:     room_id = 1, service_id = 1
-- Lesson:  the last lock of a booking (patients/lock_with_staff is the first), so that nobody waits in a circle.
--          Whoever retires the room locks it too. Whoever says that it no longer suits the service deletes the other
--          row.

SELECT rooms.room_id
FROM rooms
STRAIGHT_JOIN room_services
WHERE rooms.room_id = %(room_id)s
  AND rooms.is_active
  AND room_services.service_id = %(service_id)s
  AND room_services.room_id = %(room_id)s
FOR UPDATE;
