-- Show the services that patients can book: those that a bookable member of staff offers.
--
-- Gives:   many rows, by name
-- Takes:   nothing
-- Lesson:  EXISTS asks whether, not how often, so a service that three members of staff offer comes once. A JOIN would
--          give three rows, and DISTINCT would have to fold them again.

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.how_to_prepare
FROM services
WHERE services.is_active
  AND EXISTS (
    SELECT 1
    FROM staff_services
    JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
    JOIN users ON users.user_id = staff.user_id AND users.is_active
    WHERE staff_services.service_id = services.service_id
  )
ORDER BY services.name, services.service_id;
