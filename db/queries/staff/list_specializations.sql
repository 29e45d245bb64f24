-- Show the specializations of the staff whom patients can book.
--
-- Gives:   many rows, by name
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  several members of staff share one, so DISTINCT says what is meant. It is no remedy for the doubles of a
--          wrong join.

SELECT DISTINCT staff.specialization
FROM staff
JOIN users ON users.user_id = staff.user_id AND users.is_active
WHERE staff.is_bookable AND staff.is_online
  AND staff.specialization <> ''
ORDER BY staff.specialization;
