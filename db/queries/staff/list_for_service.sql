-- Show the staff who can be booked, and which of them offer a service.
--
-- Gives:   many rows, by name
-- Takes:   service_id
-- Try:     service_id = 1

SELECT
    staff.staff_id,
    users.full_name AS name,
    staff.specialization,
    staff.is_bookable AND users.is_active AS is_active,
    staff.video_link IS NOT NULL AS has_video_link,
    staff_services.staff_id IS NOT NULL AS is_chosen
FROM staff
JOIN users USING (user_id)
LEFT JOIN staff_services
    ON staff_services.staff_id = staff.staff_id
   AND staff_services.service_id = %(service_id)s
WHERE (staff.is_bookable AND users.is_active)
   OR staff_services.staff_id IS NOT NULL
ORDER BY users.full_name, staff.staff_id;
