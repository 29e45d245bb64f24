-- Find the names of a member of staff, a service and a room, for the history of a visit.
--
-- Gives:   one row, or none
-- Takes:   staff_id, service_id, room_id
-- Try:     staff_id = 1, service_id = 1, room_id = 1
-- Lesson:  history keeps names as they were on that day. A key would give today's name, or none.

SELECT
    users.full_name AS staff,
    services.name AS service,
    rooms.name AS room
FROM staff
JOIN users USING (user_id)
JOIN services ON services.service_id = %(service_id)s
LEFT JOIN rooms ON rooms.room_id = %(room_id)s
WHERE staff.staff_id = %(staff_id)s;
