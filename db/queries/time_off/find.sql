-- Find one period of time off of a member of staff.
--
-- Gives:   one row, or none
-- Takes:   time_off_id, staff_id
-- Try:     time_off_id = 3, staff_id = 1

SELECT
    time_off.starts_at,
    time_off.ends_at,
    time_off.reason
FROM time_off
WHERE time_off.time_off_id = %(time_off_id)s
  AND time_off.staff_id = %(staff_id)s;
