-- Let a member of staff offer a service, if they do not yet.
--
-- Gives:   a row count
-- Takes:   staff_id, service_id
-- Try:     staff_id = 3, service_id = 1

INSERT INTO staff_services (staff_id, service_id)
SELECT staff.staff_id, services.service_id
FROM staff
JOIN services
WHERE staff.staff_id = %(staff_id)s
  AND services.service_id = %(service_id)s
ON DUPLICATE KEY UPDATE service_id = staff_services.service_id;
