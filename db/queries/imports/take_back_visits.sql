-- Delete the visits of one portion of an import that nobody has changed. Their claims and history go with them.
--
-- Gives:   a row count
-- Takes:   import_id, after_id, last_id
-- Try:     import_id = 2, after_id = 0, last_id = 1000

DELETE appointments
FROM imported_visits
STRAIGHT_JOIN appointments ON appointments.appointment_id = imported_visits.appointment_id
WHERE imported_visits.import_id = %(import_id)s
  AND imported_visits.appointment_id > %(after_id)s
  AND imported_visits.appointment_id <= %(last_id)s
  AND appointments.version = 0
  AND appointments.status = imported_visits.status;
