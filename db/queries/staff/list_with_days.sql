-- List the people whose days this visitor may open: staff their own, the desk (staff who cannot be booked) and admins
-- everybody's.
--
-- Gives:   many rows, by name
-- Takes:   user_id, role

SELECT
    staff.staff_id,
    users.full_name,
    staff.user_id = %(user_id)s AS is_own
FROM staff
JOIN users USING (user_id)
LEFT JOIN staff AS visiting ON visiting.user_id = %(user_id)s
WHERE users.is_active
  AND staff.is_bookable
  AND (staff.user_id = %(user_id)s OR NOT visiting.is_bookable OR %(role)s = 'admin')
ORDER BY users.full_name, staff.staff_id;
