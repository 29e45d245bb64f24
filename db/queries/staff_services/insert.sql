-- Let a member of staff offer a service. A service that is gone meanwhile is refused by its foreign key, and the form
-- says so.
--
-- Gives:   a row count
-- Takes:   staff_id, service_id
-- Try:     staff_id = 3, service_id = 1

INSERT INTO staff_services (staff_id, service_id)
VALUES (%(staff_id)s, %(service_id)s);
