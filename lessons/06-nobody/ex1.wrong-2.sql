-- These are the rooms that have been used: NOT is missing.

SELECT rooms.room_id, rooms.name
FROM rooms
WHERE EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.room_id = rooms.room_id
);
