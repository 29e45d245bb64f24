-- Delete a person's hours that begin on a day or later, and before another day. Their breaks go with them.
--
-- Gives:   a row count
-- Takes:   staff_id, day, end_day

DELETE FROM working_hours
WHERE staff_id = %(staff_id)s
  AND valid_from >= %(day)s
  AND valid_from < COALESCE(CAST(%(end_day)s AS DATE), '9999-12-31');
