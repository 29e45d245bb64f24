-- List the lines that need a person whom an earlier line, or a visit in the clinic (no earlier_line), has then.
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Lesson:  the rows are as new as this transaction, and the optimizer still takes the table for an empty one. Told
--          where to begin (STRAIGHT_JOIN) and which key to use, it looks each line up instead of comparing all pairs.

SELECT
    import_visits.line,
    earlier.line AS earlier_line,
    earlier.starts_at
FROM import_visits
STRAIGHT_JOIN import_visits AS earlier FORCE INDEX (import_visits_of_staff)
    ON earlier.staff_id = import_visits.staff_id
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
STRAIGHT_JOIN appointments FORCE INDEX (appointments_of_staff)
    ON appointments.staff_id = import_visits.staff_id
   AND appointments.day = import_visits.day
   AND appointments.starts_at < import_visits.holds_until
   AND appointments.holds_until > import_visits.starts_at
WHERE import_visits.holds_until IS NOT NULL
  AND appointments.holds_until IS NOT NULL
ORDER BY line, starts_at, earlier_line;
