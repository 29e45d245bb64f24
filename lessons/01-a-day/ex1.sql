-- Task:    Show the name of each room, in the order of the alphabet.
-- On:      learn
-- Order:   name
-- Hint 1:  The table is rooms, the column is name.
-- Hint 2:  The last line is ORDER BY name;
-- Why:     One column, one table, one order. There is no condition, so all rooms come.

SELECT name
FROM rooms
ORDER BY name;
