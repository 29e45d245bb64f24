-- Task:    How many visits were there in each room in November 2026? Show the room's name and the number, for all rooms, also those in which nobody was. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  rooms stand on the left of a LEFT JOIN. Where does the month belong?
-- Hint 2:  COUNT(appointments.appointment_id) leaves NULL out.
-- Why:     The month is a condition on the right table, so it stands in ON; a room without a visit keeps one row of NULLs, which COUNT of a column does not count.

SELECT
    rooms.name,
    COUNT(appointments.appointment_id) AS visits
FROM rooms
LEFT JOIN appointments
    ON appointments.room_id = rooms.room_id
   AND appointments.day BETWEEN '2026-11-01' AND '2026-11-30'
GROUP BY rooms.room_id, rooms.name;
