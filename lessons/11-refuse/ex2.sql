-- Task:    Make all services that take a pause of 10 minutes take one of 15 minutes instead.
-- Writes:  services
-- Hint 1:  UPDATE services SET … WHERE …
-- Hint 2:  The column is pause_minutes. A pause has steps of 5 minutes, so 15 is allowed.
-- Why:     WHERE chooses the rows as in a SELECT. Without it every service would be changed.

UPDATE services
SET pause_minutes = 15
WHERE pause_minutes = 10;
