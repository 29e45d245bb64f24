-- Task:    Show each visit of 30 November 2026 (all staff) with the name of its room: appointment_id and the room's name, NULL for visits without a room. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  A visit without a room must stay.
-- Hint 2:  LEFT JOIN rooms
-- Why:     The visits stand on the left, so all of them are kept.

SELECT
    appointments.appointment_id,
    rooms.name
FROM appointments
LEFT JOIN rooms USING (room_id)
WHERE appointments.day = '2026-11-30';
