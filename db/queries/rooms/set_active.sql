-- Retire a room, or bring it back.
--
-- Gives:   a row count
-- Takes:   room_id, is_active
-- Try:     room_id = 1, is_active = 0

UPDATE rooms
SET is_active = %(is_active)s
WHERE room_id = %(room_id)s;
