-- Task:    Show the name of each room, and for each visit in it on 5 December 2026 its starts_at. A room without a visit on that day has one row, with NULL. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  rooms stand on the left.
-- Hint 2:  The day is a condition on the right table: it belongs in ON.
-- Why:     ON says which visits are partners: those in this room on this day. A room without one is kept.

SELECT
    rooms.name,
    appointments.starts_at
FROM rooms
LEFT JOIN appointments
    ON appointments.room_id = rooms.room_id
   AND appointments.day = '2026-12-05';
