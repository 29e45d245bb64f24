-- Give a room another name.
--
-- Gives:   a row count
-- Takes:   room_id, name

UPDATE rooms
SET name = %(name)s
WHERE room_id = %(room_id)s;
