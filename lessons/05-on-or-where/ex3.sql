-- Task:    Show room_id and name of the rooms that are in use (is_active), each with the service_id of the services that it suits; NULL where it suits none. The order is free.
-- On:      learn
-- Order:   none
-- Hint 1:  is_active is a condition on the left table.
-- Hint 2:  A condition on the left table belongs in WHERE.
-- Why:     In ON the condition would not throw the retired rooms away; they would only lose their partners.

SELECT
    rooms.room_id,
    rooms.name,
    room_services.service_id
FROM rooms
LEFT JOIN room_services USING (room_id)
WHERE rooms.is_active;
