-- Delete one period of time off of a member of staff.
--
-- Gives:   a row count
-- Takes:   time_off_id, staff_id
-- Try:     time_off_id = 3, staff_id = 1

DELETE FROM time_off
WHERE time_off_id = %(time_off_id)s
  AND staff_id = %(staff_id)s;
