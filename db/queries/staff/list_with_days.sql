-- List the people whose days this visitor may open: staff their own, also while nobody can book them; the desk and
-- admins everybody's who can be booked.
--
-- Gives:   many rows, by name
-- Takes:   user_id

SELECT
    staff.staff_id,
    users.full_name,
    whose_visits.sees_all
FROM whose_visits
JOIN staff ON staff.staff_id = whose_visits.staff_id
JOIN users ON users.user_id = staff.user_id
WHERE whose_visits.user_id = %(user_id)s
  AND users.is_active
  AND (staff.is_bookable OR NOT whose_visits.sees_all)
ORDER BY users.full_name, staff.staff_id;
