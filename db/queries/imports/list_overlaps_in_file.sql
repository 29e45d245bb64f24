-- List the lines that need a member of staff, a room or a patient whom an earlier line of the file has then.
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Try:     nothing
-- Lesson:  three short walks under UNION ALL, one for each key; a join with OR could use none of them. The rows are as
--          new as this transaction, so the server may still think the table empty: STRAIGHT_JOIN says where to begin
--          and FORCE INDEX which key to use, or all pairs of lines might be compared.

SELECT
    import_visits.line,
    'staff' AS in_column,
    earlier.line AS earlier_line,
    earlier.starts_at
FROM import_visits
STRAIGHT_JOIN import_visits AS earlier FORCE INDEX (import_visits_of_staff)
    ON earlier.staff_id = import_visits.staff_id AND earlier.day = import_visits.day
   AND earlier.starts_at < import_visits.holds_until AND earlier.holds_until > import_visits.starts_at
WHERE earlier.line < import_visits.line
UNION ALL
SELECT import_visits.line, 'room', earlier.line, earlier.starts_at
FROM import_visits
STRAIGHT_JOIN import_visits AS earlier FORCE INDEX (import_visits_in_room)
    ON earlier.room_id = import_visits.room_id AND earlier.day = import_visits.day
   AND earlier.starts_at < import_visits.holds_until AND earlier.holds_until > import_visits.starts_at
WHERE earlier.line < import_visits.line
UNION ALL
SELECT import_visits.line, 'patient_reference', earlier.line, earlier.starts_at
FROM import_visits
STRAIGHT_JOIN import_visits AS earlier FORCE INDEX (import_visits_of_patient)
    ON earlier.patient_id = import_visits.patient_id AND earlier.day = import_visits.day
   AND earlier.starts_at < import_visits.ends_at AND earlier.ends_at > import_visits.starts_at
WHERE earlier.line < import_visits.line
  AND earlier.holds_until IS NOT NULL
  AND import_visits.holds_until IS NOT NULL
ORDER BY line, starts_at, earlier_line, in_column;
