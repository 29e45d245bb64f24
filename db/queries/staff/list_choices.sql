-- Show all staff whose visits can be looked for, those who left too.
--
-- Gives:   many rows, by name
-- Takes:   nothing
-- Try:     nothing

SELECT
    staff.staff_id,
    users.full_name,
    staff.specialization
FROM staff
JOIN users USING (user_id)
WHERE staff.is_bookable
   OR EXISTS (SELECT 1 FROM appointments WHERE appointments.staff_id = staff.staff_id)
ORDER BY users.full_name, staff.staff_id;
