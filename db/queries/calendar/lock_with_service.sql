-- Hold what a visit rests on until the end of the transaction: the service, that this member of staff offers it, and
-- the day.
--
-- Gives:   one row, or none
-- Takes:   service_id, staff_id, day
-- Try:     service_id = 1, staff_id = 1, day = 2026-11-30
-- Lesson:  a rule that was read may change before this transaction commits: the clinic closes, or the service is
--          withdrawn. Locks IN SHARE MODE let all bookings go on side by side. Whoever writes these rows waits until
--          the bookings can be seen. (FOR SHARE says the same, in MySQL only.) They come after patient, member of staff
--          and visit, and before the room.

SELECT
    calendar.day,
    services.is_active
FROM services
STRAIGHT_JOIN staff_services
STRAIGHT_JOIN calendar
WHERE services.service_id = %(service_id)s
  AND staff_services.staff_id = %(staff_id)s
  AND staff_services.service_id = %(service_id)s
  AND calendar.day = %(day)s
LOCK IN SHARE MODE;
