-- Lock the patients of one portion of the lines, as a booking locks its own.
--
-- Gives:   many rows, by number
-- Takes:   after_line, until_line
-- Try:     after_line = 0, until_line = 1000
-- Lesson:  an INSERT … SELECT keeps the next number of its table to itself until it ends. If it waited for a patient
--          that a booking has locked, and the booking for a number, neither could go on. So all that its foreign keys
--          look at is locked before, in one order: patients, staff, rooms.

SELECT
    patients.patient_id
FROM import_visits
STRAIGHT_JOIN patients ON patients.patient_id = import_visits.patient_id
WHERE import_visits.line > %(after_line)s
  AND import_visits.line <= %(until_line)s
ORDER BY patients.patient_id
FOR UPDATE;
