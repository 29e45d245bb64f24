-- Each room has the visits of all rooms. ON must also say that the visit is in this room.

SELECT
    rooms.name,
    appointments.starts_at
FROM rooms
LEFT JOIN appointments ON appointments.day = '2026-12-05';
