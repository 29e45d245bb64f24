-- List the staff that a line may name.
--
-- Gives:   many rows, by number
-- Takes:   nothing
-- Try:     nothing

SELECT
    staff.staff_id,
    users.email,
    users.full_name
FROM staff
JOIN users ON users.user_id = staff.user_id
ORDER BY staff.staff_id;
