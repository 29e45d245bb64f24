-- Let a room suit a service.
--
-- Gives:   a row count
-- Takes:   room_id, service_id
-- Try:     room_id = 3, service_id = 1
-- Lesson:  INSERT … SELECT writes nothing if room or service is gone. Another admin may have ticked the same box just
--          now: ON DUPLICATE KEY makes that no error. INSERT IGNORE would swallow every error.

INSERT INTO room_services (service_id, room_id)
SELECT services.service_id, rooms.room_id
FROM services
JOIN rooms
WHERE services.service_id = %(service_id)s
  AND rooms.room_id = %(room_id)s
ON DUPLICATE KEY UPDATE room_id = room_services.room_id;
