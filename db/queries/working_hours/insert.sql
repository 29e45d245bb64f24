-- Add one block of a weekday: each week, every other (fortnight 0 or 1), or beside the usual week (is_extra).
--
-- Gives:   the new id
-- Takes:   staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until, fortnight, is_extra
-- Try:     staff_id = 1, weekday = 0, starts_minute = 540, ends_minute = 720, valid_from = 2026-12-07,
--          valid_until = NULL, fortnight = NULL, is_extra = 0

INSERT INTO working_hours (
    staff_id,
    weekday,
    starts_minute,
    ends_minute,
    valid_from,
    valid_until,
    fortnight,
    is_extra
)
VALUES (
    %(staff_id)s,
    %(weekday)s,
    %(starts_minute)s,
    %(ends_minute)s,
    %(valid_from)s,
    %(valid_until)s,
    %(fortnight)s,
    %(is_extra)s
);
