-- Show the specializations of those whom patients can book.
--
-- Gives:   many rows, by name
-- Takes:   nothing
-- Lesson:  several people share one, so DISTINCT says here what is meant. To hide the doubles of a join it is no
--          remedy.

SELECT DISTINCT staff.specialization
FROM staff
JOIN users ON users.user_id = staff.user_id AND users.is_active
WHERE staff.is_bookable
  AND staff.specialization <> ''
ORDER BY staff.specialization;
