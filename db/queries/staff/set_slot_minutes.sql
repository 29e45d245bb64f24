-- Change how many minutes lie between two starts of a member of staff's visits.
--
-- Gives:   a row count
-- Takes:   staff_id, slot_minutes
-- Try:     staff_id = 1, slot_minutes = 15

UPDATE staff
SET slot_minutes = %(slot_minutes)s
WHERE staff_id = %(staff_id)s;
