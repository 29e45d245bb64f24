-- Give a room another name.
--
-- Gives:   a row count
-- Takes:   room_id, name
-- Try:     room_id = 1, name = 'Room 7'

UPDATE rooms
SET name = %(name)s
WHERE room_id = %(room_id)s;
