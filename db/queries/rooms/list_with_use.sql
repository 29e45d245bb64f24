-- Show every room with what it is for, who is in it now, and until when it is free.
--
-- Gives:   many rows, by name
-- Takes:   now
-- Lesson:  "now" finds at most one visit in a room, as no two may overlap: a plain LEFT JOIN. What comes next and how
--          many are ahead are read off the key (room_id, day, starts_at, holds_until) alone; holds_until is NULL where
--          a visit holds no time.

SELECT
    rooms.room_id,
    rooms.name,
    rooms.is_active,
    present.holds_until AS taken_until,
    people.full_name AS taken_by,
    (
        SELECT MIN(later.starts_at) FROM appointments AS later
        WHERE later.room_id = rooms.room_id AND later.day = CAST(%(now)s AS DATE)
          AND later.starts_at > %(now)s AND later.holds_until IS NOT NULL
    ) AS next_at,
    (
        SELECT COUNT(*) FROM appointments AS ahead
        WHERE ahead.room_id = rooms.room_id AND ahead.day >= CAST(%(now)s AS DATE)
          AND ahead.starts_at > %(now)s AND ahead.holds_until IS NOT NULL
    ) AS visits_ahead,
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
LEFT JOIN users AS people ON people.user_id = staff.user_id
ORDER BY rooms.name, rooms.room_id;
