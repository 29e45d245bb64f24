-- Task:    Who works here? Show staff_id and the full_name from users for each member of staff, and the name of their usual room (staff.usual_room_id), NULL if they have none. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Each member of staff has an account: JOIN users USING (user_id).
-- Hint 2:  The columns of the room's key have different names, so write ON rooms.room_id = staff.usual_room_id.
-- Why:     Everybody has an account, so JOIN; not everybody has a room, so LEFT JOIN.

SELECT
    staff.staff_id,
    users.full_name,
    rooms.name
FROM staff
JOIN users USING (user_id)
LEFT JOIN rooms ON rooms.room_id = staff.usual_room_id;
