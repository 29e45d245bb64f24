-- List the lines that repeat an earlier line, or a line of an earlier file (no earlier_line).
--
-- Gives:   many rows, by line
-- Takes:   nothing
-- Try:     nothing

SELECT
    import_visits.line,
    MIN(earlier.line) AS earlier_line
FROM import_visits
LEFT JOIN import_visits AS earlier FORCE INDEX (import_visits_by_key)
    ON earlier.request_key = import_visits.request_key
   AND earlier.line < import_visits.line
LEFT JOIN appointments ON appointments.request_key = import_visits.request_key
WHERE earlier.line IS NOT NULL
   OR appointments.appointment_id IS NOT NULL
GROUP BY import_visits.line
ORDER BY import_visits.line;
