-- Give a visit another time, member of staff or room. The triggers release the old time and claim the new one.
--
-- Gives:   a row count
-- Takes:   appointment_id, staff_id, service_id, room_id, starts_at, ends_at, pause_minutes
-- Try:     appointment_id = 553, staff_id = 1, service_id = 1, room_id = 1, starts_at = 2026-12-01 09:00,
--          ends_at = 2026-12-01 09:20, pause_minutes = 10
-- Lesson:  the keys of claims are checked row by row, so a visit must not stand in its own way. After the row has
--          changed, one trigger deletes its old claims, and the one that FOLLOWS it writes the new ones. An UPDATE
--          carries out its assignments from left to right: late_minutes, which asks for the old time, comes first.

UPDATE appointments
SET late_minutes = IF(starts_at = %(starts_at)s, late_minutes, NULL),
    staff_id = %(staff_id)s,
    service_id = %(service_id)s,
    room_id = %(room_id)s,
    starts_at = %(starts_at)s,
    ends_at = %(ends_at)s,
    pause_minutes = %(pause_minutes)s,
    version = version + 1
WHERE appointment_id = %(appointment_id)s;
