-- You counted the visits of all time: the month is missing.

SELECT
    rooms.name,
    COUNT(appointments.appointment_id) AS visits
FROM rooms
LEFT JOIN appointments ON appointments.room_id = rooms.room_id
GROUP BY rooms.room_id, rooms.name;
