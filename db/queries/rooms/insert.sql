-- Add a room.
--
-- Gives:   the new id
-- Takes:   name

INSERT INTO rooms (name)
VALUES (%(name)s);
