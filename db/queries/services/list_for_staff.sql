-- Show the services that somebody may offer, and whether they do.
--
-- Gives:   many rows, by name
-- Takes:   staff_id
-- Lesson:  the condition on staff_id stands in ON: services that this person does not offer are kept, with NULL. With
--          staff_id NULL nobody is meant, and no service is ticked.

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
