-- Only the rooms with a visit are left. The day stands in WHERE, which throws the rooms without one away.

SELECT
    rooms.name,
    appointments.starts_at
FROM rooms
LEFT JOIN appointments ON appointments.room_id = rooms.room_id
WHERE appointments.day = '2026-12-05';
