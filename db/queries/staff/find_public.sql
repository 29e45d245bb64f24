-- Find what everybody may know of a member of staff who can be booked.
--
-- Gives:   one row, or none
-- Takes:   staff_id
-- Try:     staff_id = 1

SELECT
    staff.staff_id,
    staff.specialization,
    staff.about,
    staff.phone,
    users.full_name
FROM staff
JOIN users USING (user_id)
WHERE staff.staff_id = %(staff_id)s
  AND staff.is_bookable
  AND users.is_active;
