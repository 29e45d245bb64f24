-- Delete the usual hours of a member of staff that begin within a range of days. Their breaks go with them.
--
-- Gives:   a row count
-- Takes:   staff_id, day, end_day
-- Try:     staff_id = 2, day = 2026-12-01, end_day = 2027-01-01

DELETE FROM working_hours
WHERE staff_id = %(staff_id)s
  AND NOT is_extra
  AND valid_from >= %(day)s
  AND valid_from < COALESCE(CAST(%(end_day)s AS DATE), '9999-12-31');
