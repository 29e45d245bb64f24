-- You changed how long the visit takes (minutes), not the pause after it (pause_minutes).

UPDATE services
SET minutes = 15
WHERE pause_minutes = 10;
