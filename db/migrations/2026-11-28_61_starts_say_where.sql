-- Each start says whether patients can book it themselves, and where the visit is.

CREATE OR REPLACE SQL SECURITY INVOKER VIEW starts_in_hours AS
SELECT
    staff.staff_id,
    services.service_id,
    services.place,
    services.is_online AND staff.is_online AS is_online,
    hours.day,
    hours.working_hours_id,
    hours.starts_minute + steps.minute AS from_minute,
    hours.starts_minute + steps.minute + services.minutes AS to_minute,
    hours.day + INTERVAL hours.starts_minute + steps.minute MINUTE AS starts_at,
    hours.day + INTERVAL hours.starts_minute + steps.minute + services.minutes MINUTE AS ends_at,
    hours.day + INTERVAL hours.starts_minute + steps.minute + services.minutes + services.pause_minutes MINUTE AS free_at
FROM staff
STRAIGHT_JOIN users ON users.user_id = staff.user_id AND users.is_active
STRAIGHT_JOIN staff_services ON staff_services.staff_id = staff.staff_id
STRAIGHT_JOIN services ON services.service_id = staff_services.service_id AND services.is_active
STRAIGHT_JOIN hours_of_days AS hours ON hours.staff_id = staff.staff_id
STRAIGHT_JOIN spans AS steps FORCE INDEX (PRIMARY)
    ON steps.length = hours.ends_minute - hours.starts_minute
   AND steps.minute % staff.slot_minutes = 0
   AND steps.minute + services.minutes <= steps.length
WHERE staff.is_bookable
  AND hours.starts_minute + steps.minute + services.minutes + services.pause_minutes <= 1440;
