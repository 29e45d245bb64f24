-- Let a room no longer suit a service. Visits already booked there stay.
--
-- Gives:   a row count
-- Takes:   room_id, service_id

DELETE FROM room_services
WHERE service_id = %(service_id)s
  AND room_id = %(room_id)s;
