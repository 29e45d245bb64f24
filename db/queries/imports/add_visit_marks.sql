-- Note which visits came from one portion of the lines.
--
-- Gives:   a row count
-- Takes:   import_id, after_line, until_line
-- Try:     import_id = 1, after_line = 0, until_line = 1000

INSERT INTO imported_visits (import_id, appointment_id, status)
SELECT
    %(import_id)s,
    appointments.appointment_id,
    appointments.status
FROM import_visits
STRAIGHT_JOIN appointments ON appointments.request_key = import_visits.request_key
WHERE import_visits.line > %(after_line)s
  AND import_visits.line <= %(until_line)s;
