-- Show the staff who can be booked, narrowed by service and specialization. Patients see those whom they can book
-- themselves.
--
-- Gives:   many rows, by name
-- Takes:   service_id, specialization, role
-- Try:     service_id = 1, specialization = NULL, role = 'patient'
-- Lesson:  an optional filter that stays static: NULL means "any". The statement is the same whatever is asked for,
--          and no SQL is put together in Python.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    staff.about,
    staff.phone
FROM staff
JOIN users ON users.user_id = staff.user_id AND users.is_active
WHERE staff.is_bookable
  AND (staff.is_online OR %(role)s <> 'patient')
  AND (%(specialization)s IS NULL OR staff.specialization = %(specialization)s)
  AND EXISTS (
    SELECT 1
    FROM staff_services
    JOIN services ON services.service_id = staff_services.service_id AND services.is_active
    WHERE staff_services.staff_id = staff.staff_id
      AND (services.is_online OR %(role)s <> 'patient')
      AND (%(service_id)s IS NULL OR staff_services.service_id = %(service_id)s)
  )
ORDER BY users.full_name, staff.staff_id;
