-- Let the usual hours of a member of staff that end on one day hold until another. NULL: without an end.
--
-- Gives:   a row count
-- Takes:   staff_id, old_end, new_end
-- Try:     staff_id = 2, old_end = 2026-12-21, new_end = 2026-12-28

UPDATE working_hours
SET valid_until = %(new_end)s
WHERE staff_id = %(staff_id)s
  AND NOT is_extra
  AND valid_until = %(old_end)s;
