-- Hold what a visit rests on until the end of the transaction: the service, that this person offers it, and the day.
--
-- Gives:   one row, or none
-- Takes:   service_id, staff_id, day
-- Lesson:  a rule that was read may be changed by another transaction before this one commits: the clinic closes, the
--          service is withdrawn. Locks in SHARE MODE let all bookings go on side by side, and make whoever writes these
--          rows wait until the bookings are there to be seen. (FOR SHARE says the same in MySQL only.) They come after
--          patient, member of staff and visit, and before the room.

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
