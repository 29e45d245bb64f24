-- Find a room, and the staff whose usual room it is.
--
-- Gives:   one row, or none
-- Takes:   room_id
-- Try:     room_id = 1

SELECT
    rooms.room_id,
    rooms.name,
    rooms.is_active,
    (
        SELECT GROUP_CONCAT(users.full_name ORDER BY users.full_name SEPARATOR ', ')
        FROM staff
        JOIN users USING (user_id)
        WHERE staff.usual_room_id = rooms.room_id
          AND staff.is_bookable
    ) AS usual_for
FROM rooms
WHERE rooms.room_id = %(room_id)s;
