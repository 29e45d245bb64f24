-- Lock the staff that one portion of the lines names. See lock_patients.
--
-- Gives:   many rows, by number
-- Takes:   after_line, until_line
-- Try:     after_line = 0, until_line = 1000

SELECT
    staff.staff_id
FROM staff
WHERE staff.staff_id IN (
    SELECT
        import_visits.staff_id
    FROM import_visits
    WHERE import_visits.line > %(after_line)s
      AND import_visits.line <= %(until_line)s
)
ORDER BY staff.staff_id
FOR UPDATE;
