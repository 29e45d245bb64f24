-- Add a period of time off of a member of staff.
--
-- Gives:   the new id
-- Takes:   staff_id, starts_at, ends_at, reason
-- Try:     staff_id = 1, starts_at = 2026-12-01 09:00, ends_at = 2026-12-01 09:20, reason = 'Holidays'

INSERT INTO time_off (staff_id, starts_at, ends_at, reason)
VALUES (%(staff_id)s, %(starts_at)s, %(ends_at)s, %(reason)s);
