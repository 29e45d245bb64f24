-- List who a line of a file may name as the one who sees the patient.
--
-- Gives:   many rows, by number
-- Takes:   nothing

SELECT
    staff.staff_id,
    users.email,
    users.full_name
FROM staff
JOIN users ON users.user_id = staff.user_id
ORDER BY staff.staff_id;
