-- Turn one portion of the staged lines into visits. The triggers claim their time, as for any other visit.
--
-- Gives:   a row count
-- Takes:   after_line, until_line, now_utc
-- Try:     after_line = 1, until_line = 2, now_utc = 2026-11-30 10:00
-- Lesson:  keyset paging: a portion is a range of a key, and each begins where the last one ended. LIMIT … OFFSET would
--          read all lines before it again.

INSERT INTO appointments (
    patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, status, reason, created_utc,
    request_key
)
SELECT
    import_visits.patient_id,
    import_visits.staff_id,
    import_visits.room_id,
    import_visits.service_id,
    import_visits.starts_at,
    import_visits.ends_at,
    import_visits.pause_minutes,
    import_visits.status,
    import_visits.reason,
    %(now_utc)s,
    import_visits.request_key
FROM import_visits
WHERE import_visits.line > %(after_line)s
  AND import_visits.line <= %(until_line)s
ORDER BY import_visits.line;
