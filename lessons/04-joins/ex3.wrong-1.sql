-- Who has no usual room is missing, such as the front desk: use LEFT JOIN for rooms.

SELECT
    staff.staff_id,
    users.full_name,
    rooms.name
FROM staff
JOIN users USING (user_id)
JOIN rooms ON rooms.room_id = staff.usual_room_id;
