-- Show every service, with the staff who offer it, the rooms that suit it, and whether any of them works.
--
-- Gives:   many rows, those in use first, by name
-- Takes:   today, end_day
-- Try:     today = 2026-11-30, end_day = 2026-12-07
-- Lesson:  two lists for one row. A join of both would give each pair of staff and room, so each list has its own
--          subquery.

SELECT
    services.service_id,
    services.name,
    services.minutes,
    services.pause_minutes,
    services.place,
    services.is_active,
    services.is_online,
    (
        SELECT GROUP_CONCAT(users.full_name ORDER BY users.full_name SEPARATOR ', ')
        FROM staff_services
        JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
        JOIN users ON users.user_id = staff.user_id AND users.is_active
        WHERE staff_services.service_id = services.service_id
    ) AS people,
    (
        SELECT GROUP_CONCAT(rooms.name ORDER BY rooms.name SEPARATOR ', ')
        FROM room_services
        JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
        WHERE room_services.service_id = services.service_id
    ) AS rooms,
    EXISTS (
        SELECT 1
        FROM staff_services
        JOIN staff ON staff.staff_id = staff_services.staff_id AND staff.is_bookable
        JOIN users ON users.user_id = staff.user_id AND users.is_active
        JOIN hours_of_days AS hours ON hours.staff_id = staff.staff_id
        WHERE staff_services.service_id = services.service_id
          AND hours.day >= %(today)s
          AND hours.day < %(end_day)s
    ) AS is_at_work
FROM services
ORDER BY services.is_active DESC, services.name, services.service_id;
