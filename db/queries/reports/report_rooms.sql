-- Count each room's visits, and the minutes they held it. Rooms that nobody used are there too, unless retired.
--
-- Gives:   many rows, by name
-- Takes:   from_day, end_day
-- Lesson:  one look into (room_id, day, starts_at, holds_until) for each room and day: see report_staff.

SELECT
    rooms.name,
    COUNT(appointments.room_id) AS visits,
    COALESCE(SUM(TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)), 0) AS minutes
FROM rooms
JOIN calendar ON calendar.day >= %(from_day)s AND calendar.day < %(end_day)s
LEFT JOIN appointments
    ON appointments.room_id = rooms.room_id
   AND appointments.day = calendar.day
   AND appointments.holds_until IS NOT NULL
GROUP BY rooms.room_id, rooms.name, rooms.is_active
HAVING rooms.is_active
    OR COUNT(appointments.room_id) > 0
ORDER BY rooms.name, rooms.room_id;
