-- Begin the history of the visits that one portion of the lines has become.
--
-- Gives:   a row count
-- Takes:   after_line, until_line, now_utc
-- Try:     after_line = 0, until_line = 1000, now_utc = 2026-11-30 10:00

INSERT INTO appointment_history (appointment_id, at_utc, action, to_status, details)
SELECT
    appointments.appointment_id,
    %(now_utc)s,
    'booked',
    appointments.status,
    'moved in from an older system'
FROM import_visits
STRAIGHT_JOIN appointments ON appointments.request_key = import_visits.request_key
WHERE import_visits.line > %(after_line)s
  AND import_visits.line <= %(until_line)s
ORDER BY import_visits.line;
