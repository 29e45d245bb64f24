-- Somebody who is away from 13:00 to 16:00 is missing: their time off does not lie inside yours, but it meets it.

SELECT staff.staff_id
FROM staff
WHERE staff.is_bookable
  AND EXISTS (
    SELECT 1
    FROM time_off
    WHERE time_off.staff_id = staff.staff_id
      AND time_off.starts_at >= '2026-12-08 09:00'
      AND time_off.ends_at   <= '2026-12-08 15:00'
);
