-- Find a member of staff whose hours a visitor may see and change: their own, or, for the desk and admins, anybody's.
--
-- Gives:   one row, or none
-- Takes:   staff_id, user_id
-- Lesson:  the desk is a member of staff whom nobody books; the visitor's own row says whether they are that.

SELECT
    staff.staff_id,
    staff.user_id,
    staff.slot_minutes,
    staff.is_bookable,
    users.full_name,
    users.is_active,
    staff.user_id = visitors.user_id AS is_own
FROM users AS visitors
LEFT JOIN staff AS colleagues ON colleagues.user_id = visitors.user_id
JOIN staff ON staff.staff_id = %(staff_id)s
JOIN users ON users.user_id = staff.user_id
WHERE visitors.user_id = %(user_id)s
  AND (staff.user_id = visitors.user_id OR visitors.role = 'admin' OR NOT colleagues.is_bookable);
