-- Add one block of a weekday.
--
-- Gives:   the new id
-- Takes:   staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until

INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until)
VALUES (%(staff_id)s, %(weekday)s, %(starts_minute)s, %(ends_minute)s, %(valid_from)s, %(valid_until)s);
