-- A room in which nobody was has 1: COUNT(*) counts the row of NULLs that the LEFT JOIN made. Count a column of appointments.

SELECT
    rooms.name,
    COUNT(*) AS visits
FROM rooms
LEFT JOIN appointments
    ON appointments.room_id = rooms.room_id
   AND appointments.day BETWEEN '2026-11-01' AND '2026-11-30'
GROUP BY rooms.room_id, rooms.name;
