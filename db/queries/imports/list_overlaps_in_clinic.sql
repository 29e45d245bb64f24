-- List the lines that need a member of staff, a room or a patient that a visit of the clinic already holds.
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  see list_overlaps_in_file. Staff and room are held until the pause is over, the patient only until the visit
--          ends. Where a status holds no time, holds_until is NULL, and a comparison with NULL keeps no row.

SELECT
    import_visits.line,
    'staff' AS in_column,
    appointments.starts_at
FROM import_visits
STRAIGHT_JOIN appointments FORCE INDEX (appointments_of_staff)
    ON appointments.staff_id = import_visits.staff_id AND appointments.day = import_visits.day
   AND appointments.starts_at < import_visits.holds_until AND appointments.holds_until > import_visits.starts_at
UNION ALL
SELECT import_visits.line, 'room', appointments.starts_at
FROM import_visits
STRAIGHT_JOIN appointments FORCE INDEX (appointments_in_room)
    ON appointments.room_id = import_visits.room_id AND appointments.day = import_visits.day
   AND appointments.starts_at < import_visits.holds_until AND appointments.holds_until > import_visits.starts_at
UNION ALL
SELECT import_visits.line, 'patient_reference', appointments.starts_at
FROM import_visits
STRAIGHT_JOIN appointments FORCE INDEX (appointments_of_patient)
    ON appointments.patient_id = import_visits.patient_id
   AND appointments.starts_at >= import_visits.day AND appointments.starts_at < import_visits.ends_at
   AND appointments.ends_at > import_visits.starts_at
WHERE appointments.holds_until IS NOT NULL
  AND import_visits.holds_until IS NOT NULL
ORDER BY line, starts_at, in_column;
