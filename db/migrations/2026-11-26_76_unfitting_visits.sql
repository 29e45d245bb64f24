-- Visits that no longer fit stand in one view: for the list of a person, and for the badges of a day.

CREATE SQL SECURITY INVOKER VIEW unfitting_visits AS
SELECT
    appointments.appointment_id,
    appointments.staff_id,
    appointments.day,
    appointments.starts_at,
    appointments.status,
    closures.day IS NOT NULL AS is_closed,
    time_off.time_off_id IS NOT NULL AS is_away,
    working_hours.working_hours_id IS NULL AS is_outside_hours,
    breaks.break_id IS NOT NULL AS is_in_break,
    NOT (staff.is_bookable AND people.is_active) AS is_gone,
    NOT services.is_active OR staff_services.service_id IS NULL AS is_not_offered,
    COALESCE(NOT rooms.is_active, FALSE) AS is_without_room
FROM appointments
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users AS people ON people.user_id = staff.user_id
JOIN services ON services.service_id = appointments.service_id
LEFT JOIN staff_services
    ON staff_services.staff_id = appointments.staff_id AND staff_services.service_id = appointments.service_id
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
LEFT JOIN closures ON closures.day = appointments.day
LEFT JOIN time_off
    ON time_off.staff_id = appointments.staff_id
   AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at
LEFT JOIN working_hours
    ON working_hours.staff_id = appointments.staff_id
   AND working_hours.weekday = WEEKDAY(appointments.starts_at)
   AND working_hours.valid_from <= appointments.day
   AND COALESCE(working_hours.valid_until, '9999-12-31') > appointments.day
   AND working_hours.starts_minute <= TIMESTAMPDIFF(MINUTE, appointments.day, appointments.starts_at)
   AND working_hours.ends_minute >= TIMESTAMPDIFF(MINUTE, appointments.day, appointments.ends_at)
LEFT JOIN breaks
    ON breaks.working_hours_id = working_hours.working_hours_id
   AND breaks.starts_minute < TIMESTAMPDIFF(MINUTE, appointments.day, appointments.ends_at)
   AND breaks.ends_minute > TIMESTAMPDIFF(MINUTE, appointments.day, appointments.starts_at)
WHERE closures.day IS NOT NULL
   OR time_off.time_off_id IS NOT NULL
   OR working_hours.working_hours_id IS NULL
   OR breaks.break_id IS NOT NULL
   OR NOT (staff.is_bookable AND people.is_active)
   OR NOT services.is_active
   OR staff_services.service_id IS NULL
   OR NOT rooms.is_active;
