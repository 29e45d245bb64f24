-- List the lines that need a room that an earlier line, or a visit in the clinic (no earlier_line), has then.
--
-- Gives:   many rows, by line
-- Takes:   nothing

SELECT
    import_visits.line,
    earlier.line AS earlier_line,
    earlier.starts_at
FROM import_visits
STRAIGHT_JOIN import_visits AS earlier FORCE INDEX (import_visits_in_room)
    ON earlier.room_id = import_visits.room_id
   AND earlier.day = import_visits.day
   AND earlier.starts_at < import_visits.holds_until
   AND earlier.holds_until > import_visits.starts_at
   AND earlier.line < import_visits.line
WHERE import_visits.holds_until IS NOT NULL
  AND earlier.holds_until IS NOT NULL
UNION ALL
SELECT
    import_visits.line,
    NULL AS earlier_line,
    appointments.starts_at
FROM import_visits
STRAIGHT_JOIN appointments FORCE INDEX (appointments_in_room)
    ON appointments.room_id = import_visits.room_id
   AND appointments.day = import_visits.day
   AND appointments.starts_at < import_visits.holds_until
   AND appointments.holds_until > import_visits.starts_at
WHERE import_visits.holds_until IS NOT NULL
  AND appointments.holds_until IS NOT NULL
ORDER BY line, starts_at, earlier_line;
