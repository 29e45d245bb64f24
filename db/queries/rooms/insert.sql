-- Add a room.
--
-- Gives:   the new id
-- Takes:   name
-- Try:     name = 'Room 7'

INSERT INTO rooms (name)
VALUES (%(name)s);
