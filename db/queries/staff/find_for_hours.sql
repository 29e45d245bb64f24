-- Find a member of staff whose hours the visitor may see and change: staff their own, the front desk and admins
-- anybody's.
--
-- Gives:   one row, or none
-- Takes:   staff_id, user_id
-- Try:     staff_id = 1, user_id = 2
-- Lesson:  the view says whose: no row for this visitor and this member of staff, no hours.

SELECT
    staff.staff_id,
    staff.user_id,
    staff.slot_minutes,
    staff.is_bookable,
    users.full_name,
    users.is_active,
    whose_visits.sees_all
FROM whose_visits
JOIN staff ON staff.staff_id = whose_visits.staff_id
JOIN users ON users.user_id = staff.user_id
WHERE whose_visits.user_id = %(user_id)s
  AND whose_visits.staff_id = %(staff_id)s;
