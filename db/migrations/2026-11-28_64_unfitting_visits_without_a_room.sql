-- A visit without a room needs attention only where its service takes one.

CREATE OR REPLACE SQL SECURITY INVOKER VIEW unfitting_visits AS
SELECT
    appointments.appointment_id,
    appointments.staff_id,
    appointments.day,
    appointments.starts_at,
    appointments.status,
    closures.day IS NOT NULL AS is_closed,
    time_off.time_off_id IS NOT NULL AS is_away,
    hours.working_hours_id IS NULL AS is_outside_hours,
    breaks.break_id IS NOT NULL AS is_in_break,
    NOT (staff.is_bookable AND people.is_active) AS is_gone,
    NOT services.is_active OR staff_services.service_id IS NULL AS is_not_offered,
    COALESCE(NOT rooms.is_active, services.place = 'room') AS is_without_room
FROM appointments
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users AS people ON people.user_id = staff.user_id
JOIN services ON services.service_id = appointments.service_id
LEFT JOIN staff_services
    ON staff_services.staff_id = appointments.staff_id AND staff_services.service_id = appointments.service_id
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
LEFT JOIN closures ON closures.day = appointments.day
LEFT JOIN time_off
    ON time_off.time_off_id = (
        SELECT away.time_off_id
        FROM time_off AS away
        WHERE away.staff_id = appointments.staff_id
          AND away.starts_at < appointments.ends_at AND away.ends_at > appointments.starts_at
        LIMIT 1
    )
LEFT JOIN hours_of_days AS hours
    ON hours.staff_id = appointments.staff_id AND hours.day = appointments.day
   AND hours.starts_at <= appointments.starts_at AND hours.ends_at >= appointments.ends_at
LEFT JOIN breaks
    ON breaks.break_id = (
        SELECT pause.break_id
        FROM breaks AS pause
        WHERE pause.working_hours_id = hours.working_hours_id
          AND hours.day + INTERVAL pause.starts_minute MINUTE < appointments.ends_at
          AND hours.day + INTERVAL pause.ends_minute MINUTE > appointments.starts_at
        LIMIT 1
    )
WHERE closures.day IS NOT NULL
   OR time_off.time_off_id IS NOT NULL
   OR hours.working_hours_id IS NULL
   OR breaks.break_id IS NOT NULL
   OR NOT (staff.is_bookable AND people.is_active)
   OR NOT services.is_active
   OR staff_services.service_id IS NULL
   OR COALESCE(NOT rooms.is_active, services.place = 'room');
