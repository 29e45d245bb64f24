-- The answer is always empty: among the visits there are some without a room, and NOT IN with a NULL in its list is never true. Use NOT EXISTS.

SELECT rooms.room_id, rooms.name
FROM rooms
WHERE rooms.room_id NOT IN (SELECT appointments.room_id FROM appointments);
