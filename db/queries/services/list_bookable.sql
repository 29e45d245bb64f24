-- Show the services that can be booked: those that a bookable member of staff offers. Patients see those they can book
-- themselves.
--
-- Gives:   many rows, by name
-- Takes:   role
-- Try:     role = 'patient'
-- Lesson:  EXISTS asks whether, not how often, so a service that three members of staff offer comes once. A JOIN would
--          give three rows, and DISTINCT would have to fold them again.

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.how_to_prepare,
    services.place,
    rules.horizon_days
FROM services
JOIN rules_of_services AS rules ON rules.service_id = services.service_id
WHERE services.is_active
  AND (services.is_online OR %(role)s <> 'patient')
  AND EXISTS (
    SELECT 1
    FROM staff_services
    JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
    JOIN users ON users.user_id = staff.user_id AND users.is_active
    WHERE staff_services.service_id = services.service_id
      AND (staff.is_online OR %(role)s <> 'patient')
  )
ORDER BY services.name, services.service_id;
