-- Add a period of time off of a member of staff.
--
-- Gives:   the new id
-- Takes:   staff_id, starts_at, ends_at, reason

INSERT INTO time_off (staff_id, starts_at, ends_at, reason)
VALUES (%(staff_id)s, %(starts_at)s, %(ends_at)s, %(reason)s);
