-- List the staff who could take over somebody's visits, with how many of the services in question each offers.
--
-- Gives:   many rows, by name
-- Takes:   staff_id
-- Try:     staff_id = 1
-- Lesson:  the joined rows are the services that both offer. COUNT of a column leaves out the NULLs of those who share
--          none.

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization,
    COUNT(shared.service_id) AS shared_services
FROM staff
JOIN users ON users.user_id = staff.user_id AND users.is_active
JOIN staff_services USING (staff_id)
LEFT JOIN staff_services AS shared
    ON shared.service_id = staff_services.service_id
   AND shared.staff_id = %(staff_id)s
WHERE staff.is_bookable
  AND staff.staff_id <> %(staff_id)s
GROUP BY staff.staff_id, users.full_name, staff.specialization
ORDER BY users.full_name, staff.staff_id;
