-- Task:    Which bookable members of staff (is_bookable) are away at some time on 8 December 2026, from 9:00 to 15:00? Look in time_off. Show staff_id, each once. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  time_off has starts_at and ends_at.
-- Hint 2:  EXISTS gives each person once.
-- Why:     The stretch of a time off may begin before 9:00 or end after 15:00; the two comparisons do not care.

SELECT staff.staff_id
FROM staff
WHERE staff.is_bookable
  AND EXISTS (
    SELECT 1
    FROM time_off
    WHERE time_off.staff_id = staff.staff_id
      AND time_off.starts_at < '2026-12-08 15:00'
      AND time_off.ends_at   > '2026-12-08 09:00'
);
