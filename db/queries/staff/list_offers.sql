-- Show the staff whom patients can book and their services: one row for each member of staff and service.
--
-- Gives:   many rows, by name
-- Takes:   service_id
-- Try:     service_id = 1
-- Lesson:  with a service_id, only those who offer that service are shown, but with all their services. So
--          the filter is an EXISTS beside the join, not a condition on it.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    staff.about,
    staff.phone,
    services.service_id
FROM staff
JOIN users ON users.user_id = staff.user_id AND users.is_active
JOIN staff_services ON staff_services.staff_id = staff.staff_id
JOIN services ON services.service_id = staff_services.service_id AND services.is_active AND services.is_online
WHERE staff.is_bookable
  AND staff.is_online
  AND (%(service_id)s IS NULL OR EXISTS (
    SELECT 1
    FROM staff_services AS wanted
    JOIN services AS online ON online.service_id = wanted.service_id AND online.is_online
    WHERE wanted.staff_id = staff.staff_id
      AND wanted.service_id = %(service_id)s
  ))
ORDER BY users.full_name, staff.staff_id, services.service_id;
