-- Show every room: what it is for, who is in it now, and until when it is free.
--
-- Gives:   many rows, by name
-- Takes:   now
-- Try:     now = 2026-11-30 10:00
-- Lesson:  no two visits in a room overlap, so at most one is going on, and a plain LEFT JOIN finds it. What is ahead
--          is counted for all rooms in one walk along (status, starts_at). Room by room, it would read every visit a
--          room ever had.

SELECT
    rooms.room_id,
    rooms.name,
    rooms.is_active,
    present.holds_until AS taken_until,
    users.full_name AS taken_by,
    (
        SELECT MIN(later.starts_at) FROM appointments AS later
        WHERE later.room_id = rooms.room_id AND later.day = CAST(%(now)s AS DATE)
          AND later.starts_at > %(now)s AND later.holds_until IS NOT NULL
    ) AS next_at,
    COALESCE(ahead.visits, 0) AS visits_ahead,
    (
        SELECT GROUP_CONCAT(services.name ORDER BY services.name SEPARATOR ', ')
        FROM room_services
        JOIN services ON services.service_id = room_services.service_id AND services.is_active
        WHERE room_services.room_id = rooms.room_id
    ) AS services
FROM rooms
LEFT JOIN appointments AS present
    ON present.room_id = rooms.room_id AND present.day = CAST(%(now)s AS DATE)
   AND present.starts_at <= %(now)s AND present.holds_until > %(now)s
LEFT JOIN staff ON staff.staff_id = present.staff_id
LEFT JOIN users ON users.user_id = staff.user_id
LEFT JOIN (
    SELECT appointments.room_id, COUNT(*) AS visits
    FROM appointments
    WHERE appointments.status = 'booked'
      AND appointments.starts_at > %(now)s
    GROUP BY appointments.room_id
) AS ahead ON ahead.room_id = rooms.room_id
ORDER BY rooms.name, rooms.room_id;
