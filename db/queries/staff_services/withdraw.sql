-- Let a member of staff offer a service no longer. Booked visits stay.
--
-- Gives:   a row count
-- Takes:   staff_id, service_id
-- Try:     staff_id = 1, service_id = 1

DELETE FROM staff_services
WHERE staff_id = %(staff_id)s
  AND service_id = %(service_id)s;
