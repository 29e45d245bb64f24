-- Task:    Which rooms in use (is_active) are free on Monday, 30 November 2026, from 11:00 to 11:30? Show room_id. A room is free if no visit holds it at any moment of that time. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  NOT EXISTS, with the two comparisons inside.
-- Hint 2:  starts_at < the end, holds_until > the beginning.
-- Why:     NOT EXISTS asks for the room of each row by itself, and NULL rooms disturb nothing.

SELECT rooms.room_id
FROM rooms
WHERE rooms.is_active
  AND NOT EXISTS (
    SELECT 1
    FROM appointments
    WHERE appointments.room_id = rooms.room_id
      AND appointments.starts_at   < '2026-11-30 11:30'
      AND appointments.holds_until > '2026-11-30 11:00'
);
