-- Add a service.
--
-- Gives:   the new id
-- Takes:   name, minutes, pause_minutes, how_to_prepare, shares_reasons, is_active

INSERT INTO services (name, minutes, pause_minutes, how_to_prepare, shares_reasons, is_active)
VALUES (%(name)s, %(minutes)s, %(pause_minutes)s, %(how_to_prepare)s, %(shares_reasons)s, %(is_active)s);
