-- Add a break to a block of working hours.
--
-- Gives:   the new id
-- Takes:   working_hours_id, starts_minute, ends_minute
-- Try:     working_hours_id = 43, starts_minute = 540, ends_minute = 720

INSERT INTO breaks (working_hours_id, starts_minute, ends_minute)
VALUES (%(working_hours_id)s, %(starts_minute)s, %(ends_minute)s);
