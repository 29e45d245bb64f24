-- Add a service.
--
-- Gives:   the new id
-- Takes:   name, minutes, pause_minutes, how_to_prepare, is_active

INSERT INTO services (name, minutes, pause_minutes, how_to_prepare, is_active)
VALUES (%(name)s, %(minutes)s, %(pause_minutes)s, %(how_to_prepare)s, %(is_active)s);
