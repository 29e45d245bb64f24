-- List the people whose days this visitor may open, with what the board says of each, and whether they offer a service.
--
-- Gives:   many rows, by name
-- Takes:   user_id, service_id
-- Try:     user_id = 2, service_id = 1
-- Lesson:  service_id is 0 where no service is asked for, and then everybody offers it. Who has left is in it too, as
--          their visits ahead are still to be seen.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    staff.slot_minutes,
    staff.is_bookable AND users.is_active AS is_bookable,
    whose_visits.sees_all,
    %(service_id)s = 0 OR staff_services.service_id IS NOT NULL AS is_offering
FROM whose_visits
JOIN staff ON staff.staff_id = whose_visits.staff_id
JOIN users ON users.user_id = staff.user_id
LEFT JOIN staff_services
    ON staff_services.staff_id = staff.staff_id AND staff_services.service_id = %(service_id)s
WHERE whose_visits.user_id = %(user_id)s
ORDER BY users.full_name, staff.staff_id;
