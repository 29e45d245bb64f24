-- Task:    Which rooms have never been used by any visit? Show room_id and name. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  Some visits have no room.
-- Hint 2:  NOT EXISTS (SELECT 1 FROM appointments WHERE …)
-- Why:     NOT EXISTS is true or false for each room, whatever NULLs there are among the visits.

SELECT rooms.room_id, rooms.name
FROM rooms
WHERE NOT EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.room_id = rooms.room_id
);
