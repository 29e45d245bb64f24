-- Let a room suit a service no longer. Visits booked there stay.
--
-- Gives:   a row count
-- Takes:   room_id, service_id
-- Try:     room_id = 1, service_id = 1

DELETE FROM room_services
WHERE service_id = %(service_id)s
  AND room_id = %(room_id)s;
