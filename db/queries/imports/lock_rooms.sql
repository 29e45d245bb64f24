-- Lock the rooms that one portion of the lines names. See lock_patients.
--
-- Gives:   many rows, by number
-- Takes:   after_line, until_line
-- Try:     after_line = 0, until_line = 1000

SELECT
    rooms.room_id
FROM rooms
WHERE rooms.room_id IN (
    SELECT
        import_visits.room_id
    FROM import_visits
    WHERE import_visits.line > %(after_line)s
      AND import_visits.line <= %(until_line)s
)
ORDER BY rooms.room_id
FOR UPDATE;
