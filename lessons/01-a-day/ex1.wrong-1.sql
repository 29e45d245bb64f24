-- The order is turned round: DESC puts the last of the alphabet first. Leave it out.

SELECT name
FROM rooms
ORDER BY name DESC;
