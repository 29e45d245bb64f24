-- Show the rooms that suit a service, if it takes one, and who is in each between two times.
--
-- Gives:   many rows, by name
-- Takes:   service_id, starts_at, free_at
-- Try:     service_id = 1, starts_at = 2026-12-01 09:00, free_at = 2026-12-01 09:30

SELECT
    rooms.room_id,
    rooms.name,
    MIN(taken.starts_at) AS taken_from,
    MAX(taken.holds_until) AS taken_until,
    MIN(users.full_name) AS taken_by
FROM room_services
JOIN services ON services.service_id = room_services.service_id AND services.place = 'room'
JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
LEFT JOIN appointments AS taken
    ON taken.room_id = rooms.room_id AND taken.day = CAST(%(starts_at)s AS DATE)
   AND taken.starts_at < %(free_at)s AND taken.holds_until > %(starts_at)s
LEFT JOIN staff ON staff.staff_id = taken.staff_id
LEFT JOIN users ON users.user_id = staff.user_id
WHERE room_services.service_id = %(service_id)s
GROUP BY rooms.room_id, rooms.name
ORDER BY rooms.name, rooms.room_id;
