-- Let somebody no longer offer a service. Visits already booked stay.
--
-- Gives:   a row count
-- Takes:   staff_id, service_id

DELETE FROM staff_services
WHERE staff_id = %(staff_id)s
  AND service_id = %(service_id)s;
