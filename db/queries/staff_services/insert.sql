-- Let somebody offer a service.
--
-- Gives:   a row count
-- Takes:   staff_id, service_id

INSERT INTO staff_services (staff_id, service_id)
VALUES (%(staff_id)s, %(service_id)s);
