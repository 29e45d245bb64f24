-- Show the services in use, and which of them a member of staff offers.
--
-- Gives:   many rows, by name
-- Takes:   staff_id
-- Try:     staff_id = 1
-- Lesson:  the condition on staff_id stands in ON, so services that the member of staff does not offer are kept, with
--          NULL. If staff_id is NULL, no service is ticked.

SELECT
    services.service_id,
    services.name,
    services.minutes,
    staff_services.staff_id IS NOT NULL AS is_offered
FROM services
LEFT JOIN staff_services
    ON staff_services.service_id = services.service_id
   AND staff_services.staff_id = %(staff_id)s
WHERE services.is_active
   OR staff_services.staff_id IS NOT NULL
ORDER BY services.name, services.service_id;
