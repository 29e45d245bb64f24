-- Which rooms are in use?

SELECT name
FROM rooms
WHERE is_active
ORDER BY name;
